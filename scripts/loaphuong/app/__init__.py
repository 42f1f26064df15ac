"""The command: a module a verb, with its options, its use case and its output; the only room that knows all others.

A use case takes the project's folder and the time, knows nothing of a terminal, and gives back what it did:
the command, the browser's newsroom and the city's console call the same ones.
"""
