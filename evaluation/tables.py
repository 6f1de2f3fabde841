"""The figures as plain text, one score beside another."""

from __future__ import annotations

from collections.abc import Mapping

from evaluation.scoring import Figures, Score

_HEAD = f"{'gold':>6}{'got':>6}{'hit':>6}{'P':>7}{'R':>7}{'F1':>7}"


def table(scores: Mapping[str, Score]) -> str:
    """Return one row a relation and one block of columns a score, then the attributes of the claims that agree."""
    width = len(_HEAD) + 3
    titles = "".join(f"   {f'{name}, {s.articles} articles':<{width - 3}}" for name, s in scores.items())
    lines = [f"{'':18}{titles}".rstrip(), f"{'relation':18}" + f"   {_HEAD}" * len(scores)]
    for relation in sorted({r for s in scores.values() for r in (*s.gold, *s.got)}):
        lines.append(_row(relation, [s.of(relation) for s in scores.values()]))
    lines.append(_row("core", [s.core for s in scores.values()]))
    lines.append(_row("strict", [s.strict for s in scores.values()]))
    for key in dict.fromkeys(key for s in scores.values() for key in sorted(s.seen)):
        cells = [f"{s.right[key]}/{s.seen[key]}{_share(s.right[key], s.seen[key]):>8}" for s in scores.values()]
        lines.append(f"{key:33}" + f"{cells[0]:>{width - 15}}" + "".join(f"{cell:>{width}}" for cell in cells[1:]))
    return "\n".join(lines)


def line(figures: Figures) -> str:
    """Return precision, recall and F1 in one line."""
    return f"P {figures.precision:.3f}  R {figures.recall:.3f}  F1 {figures.f1:.3f}"


def _share(right: int, seen: int) -> str:
    return f"{right / seen:.3f}" if seen else "-"


def _row(name: str, figures: list[Figures]) -> str:
    return f"{name:18}" + "".join(
        f"   {f.gold:6}{f.got:6}{f.hit:6}{f.precision:7.3f}{f.recall:7.3f}{f.f1:7.3f}" for f in figures
    )
