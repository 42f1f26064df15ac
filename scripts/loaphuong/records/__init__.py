"""What was decided and what happened: running orders, approvals, holds, the broadcast log. All but the orders only grow."""
