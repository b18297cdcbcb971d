from __future__ import annotations

import sys
from pathlib import Path

# Test files are imported without packages; the helpers are shared with a script that runs on its own.
sys.path.insert(0, str(Path(__file__).parent))
