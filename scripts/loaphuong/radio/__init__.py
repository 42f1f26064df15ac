"""What is broadcast when: calendar, plan, running orders, studio, log and exports."""
