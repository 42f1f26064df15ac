"""What was decided and what happened: running orders, and the register, holds and broadcast log, which only grow."""
