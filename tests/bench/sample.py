"""A filing of fourteen pages built by code: 60 fields, conditional paragraphs, four loops, header and footer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "render"))

from word_files import docx, p, page_field, row, run, table

_SENTENCE = (
    "Заявительница полагает, что обжалуемое постановление вынесено без оценки того, что произойдёт с ней потом, "
    "и что ни один из представленных документов не опровергает изложенных ею обстоятельств. "
)
_LOOK = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:lang w:val="ru-RU"/>'


def template(times: int = 1) -> bytes:
    """The template; `times` repeats its body."""
    body = [p("Жалоба {{ f0 }}", style="Title1")]
    for _ in range(times):
        for n in range(80):
            field, other = f"f{n % 60}", f"f{(n * 7 + 3) % 60}"
            pieces = (
                run("{{ " + field + " }}. ", "<w:b/>" + _LOOK),
                run(_SENTENCE, _LOOK),
                run("См. {{ " + other + " }}.", _LOOK),
            )
            paragraph = p(*pieces)
            body += ["", p(f"{{%p if yes{n % 12} %}}"), paragraph, p("{%p endif %}")] if n % 7 == 0 else [paragraph]
        for name, count in (("facts", 3), ("asks", 2), ("annexes", 1)):
            inside = [p(run("{{ loop.index }}. {{ x.text }} " + _SENTENCE * (count - 1), _LOOK)) for _ in range(1)]
            body += [p(f"{{%p for x in {name} %}}"), *inside, p("{%p endfor %}")]
        rows = [
            row("№", "Қазақша"),
            row("{%tr for x in rows %}", ""),
            row("{{ x.a }}", "{{ x.b }}"),
            row("{%tr endfor %}", ""),
        ]
        body.append(table(2, *rows))
    footer = p(page_field("PAGE"), run(" / "), page_field("NUMPAGES"))
    return docx(*body, header=p("{{ f1 }}"), footer=footer)


def data() -> dict[str, Any]:
    """What the template is filled with."""
    texts = [{"text": f"Событие {n}: задержание, допрос, ходатайство «без ответа» & обжалование."} for n in range(20)]
    return {
        **{f"f{n}": f"Ивановой Марии Петровны, {n} год" for n in range(60)},
        **{f"yes{n}": n % 3 != 0 for n in range(12)},
        "facts": texts,
        "asks": texts[:8],
        "annexes": texts[:15],
        "rows": [{"a": str(n), "b": "Қазақстан Республикасының Жоғарғы Соты"} for n in range(12)],
    }
