"""Who a statement rests on."""

from collections.abc import Sequence

from runut.types import Claim, Origin


def origins(claims: Sequence[Claim]) -> tuple[Origin, ...]:
    """Independent origins."""
    found: dict[str, list[Claim]] = {}
    for c in claims:
        if c.rule in ("chain:attributed", "chain:back") and len(c.chain) > 1:
            found.setdefault(c.chain[-1].name, []).append(c)
    return tuple(Origin(name=n, role=cs[0].chain[-1].role, chains=tuple(c.chain for c in cs)) for n, cs in found.items())
