"""The parts of verify.py, each to be read in one sitting beside FORMAT.md."""
