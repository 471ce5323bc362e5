"""What Isnad costs, measured so that two machines, or two days of one machine, can be compared."""
