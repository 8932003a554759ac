"""What forge.py needs of FORMAT.md section 20. The nine derived files are those that verify.py's own judge makes of the records: that
fundctl writes the same bytes is what agreement.py --services shows; so this alone of forge.py shares code with a verifier."""
import os
import re
import sys
from typing import Any, Callable, Dict, List, Tuple

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from verifier import figures as figures_module  # noqa: E402
from verifier.figures import Figures  # noqa: E402
from verifier.judge import Record  # noqa: E402
from verifier.kinds import SERVED  # noqa: E402
from verifier.lines import Tree, scan  # noqa: E402
from verifier.words import Refused  # noqa: E402


OF_SERVICES = re.compile(('"kind":"(' + "|".join(map(re.escape, sorted(SERVED))) + ')"').encode())


class Memory:
    """Stands for Bundle."""
    register, served = "employers", True


class Kept:
    """Stands for Derived: keeps the rows."""
    rows: Dict[str, List[Tuple[Any, ...]]] = {}

    def __init__(self, bundle: Any, name: str) -> None:
        self.mine = Kept.rows[name] = []

    def put(self, fields: Any) -> None:
        self.mine.append(tuple(fields))

    def end(self) -> None: ...


def judged(records: List[Any], before: Callable[[Figures, Dict[str, Any]], None] = lambda judge, record: None) -> Figures:
    """The judge of figures after records; each may be changed just before it is seen. What it refuses leaves no trace."""
    judge, tree = Figures(Memory()), Tree()  # type: ignore[arg-type]
    for sequence, data in enumerate(records, 1):
        if isinstance(data, dict):
            before(judge, data)
            try:
                judge.try_see(Record(sequence, b"", data, tree, b""))
            except (KeyError, ValueError, TypeError):
                continue  # a line that has not its form
            judge.refusal = None
    return judge


def derive(lines: List[bytes], row: Callable[..., bytes]) -> Dict[str, bytes]:
    if not any(OF_SERVICES.search(line) for line in lines):
        return {}
    records: List[Any] = []
    for line in lines:
        try:
            records.append(scan(line))
        except (Refused, ValueError):
            records.append(None)
    judge = judged(records)
    derived, figures_module.Derived = figures_module.Derived, Kept  # type: ignore[misc,attr-defined]
    try:
        judge.finish()
    finally:
        figures_module.Derived = derived  # type: ignore[misc,attr-defined]
    return {name: b"".join(row(*found) for found in rows) for name, rows in Kept.rows.items()}
