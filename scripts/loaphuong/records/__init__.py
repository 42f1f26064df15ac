"""What was decided and what happened: running orders, approvals, holds, the broadcast log. They only grow."""
