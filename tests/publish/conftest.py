"""Invented stories as a dossier made by hand: nothing here depends on any room but `types`."""

import re
from decimal import Decimal

import msgspec
import pytest

from runut.text import digest
from runut.types import (
    Amount,
    Answer,
    Attribution,
    Claim,
    Dating,
    Document,
    Dossier,
    Entity,
    Finding,
    Group,
    Hop,
    Issue,
    Mark,
    Modality,
    Name,
    Origin,
    Reason,
    Report,
    Slot,
    Span,
    Spelling,
    Value,
    When,
    Zone,
)

STATED = Reason("stated", {"text": "4 Maret 2025"})
SENTENCE = re.compile(r"[^.\n]+[.”]*")


class Maker:
    """Builds documents, claims and findings from texts; every span is found by its words."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}

    def span(self, key: str, words: str) -> Span:
        report = self.documents[key].report
        start = report.text.index(words)
        return Span(report.id, start, start + len(words))

    def report(self, key: str, text: str, *, zones: dict[str, list[str]] | None = None, **given: object) -> str:
        """A document; `zones`: kind -> words of each stretch, the rest is body; `published`: (value, until, reason)."""
        of_report = {k: given.pop(k) for k in ("outlet", "title", "url", "authors", "lang") if k in given}
        report = Report(id="r-" + digest(key, text), text=text, lang=str(of_report.pop("lang", "id")), **of_report)
        dated = given.pop("published", None)
        published = Dating(When(dated[0], dated[1]), dated[2]) if dated else None
        self.documents[key] = Document(report=report, published=published)
        marks = sorted(
            (self.span(key, words), kind) for kind, stretches in (zones or {}).items() for words in stretches
        )
        document = msgspec.structs.replace(
            self.documents[key],
            zones=tuple(self._partition(report, marks)),
            sentences=tuple(
                Span(report.id, m.start() + len(m[0]) - len(m[0].lstrip()), m.end())
                for m in SENTENCE.finditer(text)
                if m[0].strip()
            ),
            **{k: v for k, v in given.items() if k == "issues"},
        )
        if "headline" in (zones or {}):
            document = msgspec.structs.replace(document, title=self.span(key, (zones or {})["headline"][0]))
        for role in ("authors", "editors", "credits"):
            if role in given:
                names = tuple(Mark(self.span(key, w), Name(w, "person"), "furniture:byline") for w in given[role])
                document = msgspec.structs.replace(document, **{role: names})
        self.documents[key] = document
        return key

    @staticmethod
    def _partition(report: Report, marks: list[tuple[Span, str]]) -> list[Mark[Zone]]:
        out, at = [], 0
        for span, kind in [*marks, (Span(report.id, len(report.text), len(report.text)), "")]:
            if span.start > at:
                out.append(Mark(Span(report.id, at, span.start), Zone("body"), "zones:rest"))
            if kind:
                out.append(Mark(span, Zone(kind), f"furniture:{kind}"))
            at = span.end
        return out

    def claim(self, key: str, words: str, *chain: tuple[str, str], **given: object) -> Claim:
        """`chain`: (name, role) after the outlet; `slots`: (role, words, value)."""
        document = self.documents[key]
        span = self.span(key, words)
        slots = []
        for role, said, value in given.pop("slots", ()):
            start = document.report.text.index(said, span.start)
            slots.append(Slot(role, Mark(Span(span.report, start, start + len(said)), value, f"{role}:example")))
        outlet = Hop(document.report.outlet or "", "outlet")
        hops = (outlet, *(Hop(n, r, self.span(key, c[0]) if c else None) for n, r, *c in chain))
        return Claim(
            id="c-" + digest(span.report, str(span.start), str(given.get("verb", ""))),
            span=span,
            action=str(given.pop("action", "")),
            slots=tuple(slots),
            chain=hops,
            rule="clause:main",
            **given,
        )

    def attribution(self, key: str, content: str, source: str, cue: str, kind: str, *chain: tuple[str, str]) -> None:
        found = Attribution(
            self.span(key, content),
            self.span(key, source),
            self.span(key, cue),
            kind,
            chain[0][0],
            tuple(Hop(n, r) for n, r in chain),
            "cues:say-after",
        )
        old = self.documents[key]
        self.documents[key] = msgspec.structs.replace(old, attributions=(*old.attributions, found))

    def finding(self, verdict: str, *claims: Claim, origins: tuple[Origin, ...] = (), **given: object) -> Finding:
        values: dict[Value | Modality | None, list[str]] = {}
        role = given.get("role", "")
        for claim in claims:
            value = next((s.mark.value for s in claim.slots if s.role == role), None)
            values.setdefault(value if role else claim.modality, []).append(claim.id)
        answers = tuple(
            Answer(value=v, claims=tuple(c), origins=tuple(o.name for o in origins)) for v, c in values.items()
        )
        outlets = len({c.span.report for c in claims})
        fixed = {"modality": claims[0].modality, "outlets": outlets, "publishers": outlets} | given
        return Finding(
            id="f-" + digest(*(c.id for c in claims), str(role)),
            verdict=verdict,
            action=claims[0].action,
            claims=claims,
            answers=answers,
            origins=origins,
            **fixed,
        )


def people(low: int | None, high: int | None, unit: str = "orang", **more: object) -> Amount:
    return Amount(None if low is None else Decimal(low), None if high is None else Decimal(high), unit, **more)


LAWU = """Jembatan Kali Wuni ambruk, 12 orang terluka

WUNI, Harian Lawu - Jembatan gantung di atas Kali Wuni ambruk pada Selasa (4/3/2025) pagi. \
Sebanyak 12 orang terluka, kata Kepala BPBD Wuni Sari Pangestu seperti dikutip Nuswa.
Baca Juga: Sepuluh jembatan tertua di pesisir
Perbaikan akan dimulai pada 10 Maret, ujar Sari. \
<script>document.title = "pwned"</script>
Pekerja memasang pagar di tepi Kali Wuni, Rabu (5/3/2025). (Foto: Nuswa/Adi Wirana)
Penulis: Mira Santika Editor: Joko Ardana
"""
SAGARA = """Sedikitnya 15 orang terluka akibat jembatan gantung di Kali Wuni ambruk, Selasa. \
Angka itu disampaikan rumah sakit daerah setempat | sumber resmi.
"Kabel baja itu sudah aus sejak akhir tahun lalu," kata Bayu Kertanegara, dosen teknik sipil.
Kontraktor PT Bina Lintas membantah bahwa kabelnya aus.
Dian Lestari is a lifestyle writer who loves tea and long walks by the sea.
"""
POST = """Footbridge over Wuni river collapses
The suspension footbridge collapsed on Tuesday morning, according to the disaster agency BPBD Wuni, \
the Nuswa news agency reported. \
Twelve people were injured \U0001f6d1, it said.\x1b[31m red \u202e
"""
OLD = """Jembatan Kali Wuni ditutup sementara, Jumat (8/3). Penutupan berlangsung dua hari, kata Dinas Perhubungan Wuni.
"""
FAIR = """Pasar Malam Candi dibuka
Pasar malam di alun-alun Candi dibuka pada akhir Februari 2025. Lebih dari 2.000 pengunjung datang, kata panitia.
"""


def build() -> Dossier:
    """Three stories in two threads; five reports by four outlets, one of them unknown."""
    m = Maker()
    m.report("old", OLD, published=("2024-03-08", "", Reason("weekday-year", {"text": "Jumat (8/3)", "year": "2024"})))
    m.report(
        "fair",
        FAIR,
        outlet="Radar Candi",
        published=("2025-03-01", "", STATED),
        zones={"headline": ["Pasar Malam Candi dibuka"]},
    )
    m.report(
        "lawu",
        LAWU,
        outlet="Harian Lawu",
        url="https://lawu.example/1",
        published=("2025-03-05", "", STATED),
        zones={
            "headline": ["Jembatan Kali Wuni ambruk, 12 orang terluka"],
            "dateline": ["WUNI, Harian Lawu - "],
            "related": ["Baca Juga: Sepuluh jembatan tertua di pesisir"],
            "caption": ["Pekerja memasang pagar di tepi Kali Wuni, Rabu (5/3/2025). (Foto: Nuswa/Adi Wirana)"],
            "byline": ["Penulis: Mira Santika Editor: Joko Ardana"],
        },
        authors=["Mira Santika"],
        editors=["Joko Ardana"],
    )
    m.report(
        "sagara",
        SAGARA,
        outlet="Kabar Sagara",
        published=("2025-03-05", "2025-03-06", Reason("story-week", {"text": "Selasa"})),
        zones={"furniture": ["Dian Lestari is a lifestyle writer who loves tea and long walks by the sea."]},
        issues=(Issue("weekday-date", "“Selasa”"),),
    )
    m.report(
        "post",
        POST,
        outlet="The Lawu Post",
        lang="en",
        published=("2025-03-04T14:05+07:00", "", STATED),
        zones={"headline": ["Footbridge over Wuni river collapses"]},
        credits=["Nuswa"],
    )
    m.attribution(
        "lawu",
        "Sebanyak 12 orang terluka",
        "Sari Pangestu",
        "kata",
        "indirect",
        ("Sari Pangestu", "person"),
        ("Nuswa", "wire"),
    )
    m.attribution(
        "sagara",
        "Kabel baja itu sudah aus sejak akhir tahun lalu",
        "Bayu Kertanegara",
        "kata",
        "direct",
        ("Bayu Kertanegara", "person"),
    )
    findings = _findings(m)
    docs = sorted(m.documents.values(), key=lambda d: (d.published.when.value, d.report.id))
    ids = {k: d.report.id for k, d in m.documents.items()}
    timeline = tuple(c for f in findings for c in f.claims if any(s.role == "time" for s in c.slots))
    bridge = tuple(d.report.id for d in docs if d.report.id in {ids["lawu"], ids["sagara"], ids["post"]})
    return Dossier(
        documents=tuple(docs),
        threads=(
            Group(
                id="g-thread1",
                kind="thread",
                reports=(ids["old"], *bridge),
                first="2024-03-08",
                last="2025-03-06",
                why=(Reason("same-names", {"names": "Kali Wuni"}),),
            ),
            Group(id="g-thread2", kind="thread", reports=(ids["fair"],), first="2025-03-01", last="2025-03-01"),
        ),
        stories=(
            Group(id="g-story1", kind="story", reports=(ids["old"],), first="2024-03-08", last="2024-03-08"),
            Group(
                id="g-story2",
                kind="story",
                reports=bridge,
                first="2025-03-04",
                last="2025-03-06",
                why=(Reason("same-happening", {"day": "2025-03-04"}),),
            ),
            Group(id="g-story3", kind="story", reports=(ids["fair"],), first="2025-03-01", last="2025-03-01"),
        ),
        copies=(
            Group(
                id="g-copies",
                kind="copies",
                reports=(ids["post"], ids["lawu"]),
                why=(Reason("rewritten", {"share": "0.7"}),),
            ),
        ),
        entities=_entities(m),
        timeline=timeline,
        findings=findings,
        issues=(Issue("unreadable", "notes.pdf: not a text"),),
    )


def _findings(m: Maker) -> tuple[Finding, ...]:
    tuesday = When("2025-03-04TMO", basis="weekday")
    agency, sari, bpbd = ("Nuswa", "wire"), ("Sari Pangestu", "person"), ("BPBD Wuni", "institution")
    collapse = [
        m.claim(
            "post",
            "The suspension footbridge collapsed on Tuesday morning",
            agency,
            bpbd,
            verb="collapse",
            slots=[("time", "Tuesday morning", tuesday)],
        ),
        m.claim(
            "lawu",
            "Jembatan gantung di atas Kali Wuni ambruk pada Selasa (4/3/2025) pagi.",
            verb="ambruk",
            slots=[("time", "Selasa (4/3/2025) pagi", tuesday)],
        ),
        m.claim(
            "sagara",
            "jembatan gantung di Kali Wuni ambruk, Selasa",
            verb="ambruk",
            slots=[("time", "Selasa", When("2025-03-04"))],
        ),
    ]
    hurt = [
        m.claim(
            "post",
            "Twelve people were injured",
            agency,
            bpbd,
            verb="injure",
            slots=[("amount", "Twelve people", people(12, 12))],
        ),
        m.claim(
            "lawu",
            "Sebanyak 12 orang terluka, kata Kepala BPBD Wuni Sari Pangestu seperti dikutip Nuswa.",
            (*agency, "dikutip"),
            (*sari, "kata"),
            verb="luka",
            slots=[("amount", "12 orang", people(12, 12))],
        ),
        m.claim(
            "sagara",
            "Sedikitnya 15 orang terluka",
            ("rumah sakit daerah", "institution"),
            verb="luka",
            slots=[("amount", "Sedikitnya 15 orang", people(15, None))],
        ),
    ]
    bpbd_origin = Origin(
        name="BPBD Wuni",
        role="institution",
        chains=(hurt[0].chain, hurt[1].chain),
        why=Reason("one-body", {"body": "BPBD Wuni", "names": "Sari Pangestu"}),
    )
    hospital = Origin(name="rumah sakit daerah", role="institution", chains=(hurt[2].chain,))
    worn = m.claim(
        "sagara",
        '"Kabel baja itu sudah aus sejak akhir tahun lalu," kata Bayu Kertanegara, dosen teknik sipil.',
        ("Bayu Kertanegara", "person", "kata"),
        verb="aus",
        slots=[("time", "akhir tahun lalu", When("2024-12-21", "2024-12-31", "published"))],
    )
    denial = m.claim(
        "sagara",
        "Kontraktor PT Bina Lintas membantah bahwa kabelnya aus.",
        ("PT Bina Lintas", "institution", "membantah"),
        verb="bantah",
        modality=Modality.DENIED,
    )
    repair = m.claim(
        "lawu",
        "Perbaikan akan dimulai pada 10 Maret, ujar Sari.",
        sari,
        verb="mulai",
        modality=Modality.PLANNED,
        slots=[("time", "10 Maret", When("2025-03-10", basis="published"))],
    )
    worn_f = m.finding("denied", worn, origins=(Origin(name="Bayu Kertanegara", role="person", chains=(worn.chain,)),))
    denial_f = m.finding(
        "single",
        denial,
        origins=(Origin(name="PT Bina Lintas", role="institution", chains=(denial.chain,)),),
        denies=worn_f.id,
    )
    worn_f = msgspec.structs.replace(
        worn_f, denied_by=(denial_f.id,), why=(Reason("denied-by", {"who": "PT Bina Lintas"}),)
    )
    visitors = m.claim(
        "fair",
        "Lebih dari 2.000 pengunjung datang, kata panitia.",
        ("panitia", "unnamed"),
        verb="datang",
        slots=[("amount", "Lebih dari 2.000 pengunjung", people(2000, None, "pengunjung"))],
    )
    opened = m.claim(
        "fair",
        "Pasar malam di alun-alun Candi dibuka pada akhir Februari 2025.",
        verb="buka",
        slots=[("time", "akhir Februari 2025", When("2025-02-21", "2025-02-28"))],
    )
    closed = m.claim(
        "old",
        "Jembatan Kali Wuni ditutup sementara, Jumat (8/3).",
        verb="tutup",
        slots=[("time", "Jumat (8/3)", When("2024-03-08", basis="weekday"))],
    )
    return (
        m.finding(
            "compatible",
            *collapse,
            origins=(bpbd_origin,),
            unattributed=2,
            role="time",
            why=(Reason("finer-date", {"finer": "4 Maret pagi"}),),
        ),
        m.finding("differ", *hurt, origins=(bpbd_origin, hospital), role="amount", unit="orang"),
        worn_f,
        denial_f,
        m.finding("single", repair, origins=(Origin(name="BPBD Wuni", role="institution", chains=(repair.chain,)),)),
        m.finding(
            "single",
            visitors,
            origins=(Origin(name="panitia", role="unnamed", chains=(visitors.chain,)),),
            role="amount",
            unit="pengunjung",
        ),
        m.finding("single", opened, unattributed=1),
        m.finding("single", closed, unattributed=1),
    )


def _entities(m: Maker) -> tuple[Entity, ...]:
    full, short = Reason("full-name", {}), Reason("last-name", {"full": "Sari Pangestu"})
    return (
        Entity(
            id="e-sari",
            kind="person",
            spellings=(
                Spelling("Sari Pangestu", full, (m.span("lawu", "Sari Pangestu"),)),
                Spelling("Sari", short, (m.span("lawu", "Sari."),)),
            ),
        ),
        Entity(
            id="e-wuni",
            kind="place",
            spellings=(Spelling("Kali Wuni", full, tuple(m.span(k, "Kali Wuni") for k in ("old", "lawu", "sagara"))),),
        ),
        Entity(
            id="e-nuswa",
            kind="agency",
            spellings=(Spelling("Nuswa", full, (m.span("lawu", "Nuswa"), m.span("post", "Nuswa"))),),
        ),
    )


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return build()


@pytest.fixture
def maker() -> Maker:
    return Maker()
