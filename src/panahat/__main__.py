"""`python -m panahat`: the command line, for programs that must name this very installation."""

from panahat.cli import main

if __name__ == "__main__":
    main(prog_name="panahat")
