"""The shapes that programs hold on to: what a request may say, and what an answer says."""
