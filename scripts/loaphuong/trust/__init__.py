"""Who answers for what: registers that only grow, approvals, signatures, what may be seen."""
