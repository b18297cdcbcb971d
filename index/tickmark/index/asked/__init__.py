"""What a question says, read out of its words: periods, units, kinds, states, what it sets aside, what is idle talk."""
