"""The command line: one file a command, each a thin cover over a function of the library.

Nothing heavy is imported until a command needs it, so that asking a record starts at once.
"""
