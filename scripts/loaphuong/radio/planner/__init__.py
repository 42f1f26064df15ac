"""What is broadcast when: the station's calendar, and a plan that fills its slots. All of it pure."""
