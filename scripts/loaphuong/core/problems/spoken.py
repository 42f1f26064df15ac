"""Messages about reading aloud and about the lexicon."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE: dict[str, Entry] = {
    "spoken-unread": Entry(
        "content",
        N_("“{token}” cannot be read aloud"),
        N_("Write it in full, or add a line to audio/lexicon.tsv: “{token}”, a tab, and how it is said."),
    ),
    "spoken-typo": Entry(
        "content",
        N_("“{token}” is not a Vietnamese word; did you mean “{suggestion}”?"),
        N_("Correct it; if it is a name, add a line to audio/lexicon.tsv: “{token}”, a tab, and how it is said."),
    ),
    "spoken-legacy": Entry(
        "content",
        N_("The text is in the old encoding {encoding}, which computers of today show as other letters"),
        N_("Convert it to Unicode (Unikey: Ctrl+Shift+F6) and paste it again; it says: “{text}”."),
    ),
    "spoken-unprintable": Entry(
        "content",
        N_("There is a control character that nobody can see: {codes}"),
        N_("Delete it; it often comes with text copied from another program."),
    ),
    "spoken-too-long": Entry(
        "content",
        N_("A paragraph has more than {most} letters"),
        N_("Part it into paragraphs: leave an empty line where a new thought begins."),
    ),
    "spoken-guess": Entry(
        "warning",
        N_("“{token}” is not in any table; it is guessed to be read “{spoken}”"),
        N_("Add a line to audio/lexicon.tsv: “{token}”, a tab, and “{spoken}” if that is right, else how it is said."),
    ),
    "spoken-doubt": Entry(
        "warning",
        N_("“{token}” is read “{spoken}”; it could also be “{other}”"),
        N_("Write it in full where it should be read otherwise, or add a line to audio/lexicon.tsv."),
    ),
    "ear-sentence": Entry(
        "warning",
        N_("The sentence “{words} …” has {syllables} syllables; an ear keeps {most}"),
        N_("Make two sentences of it, each with its own verb."),
    ),
    "ear-list": Entry(
        "warning",
        N_("The sentence “{words} …” lists {items} things one after the other; an ear keeps {most}"),
        N_("Name the most important ones, or make sentences of them in groups."),
    ),
    "ear-breath": Entry(
        "warning",
        N_("The sentence “{words} …” goes on for {syllables} syllables without a pause; a breath lasts {most}"),
        N_("Put a comma where a reader would pause, or make two sentences of it."),
    ),
    "ear-brackets": Entry(
        "warning",
        N_("The sentence “{words} …” has brackets of more than {most} syllables, and an ear sees no brackets"),
        N_("Make a sentence of its own of what stands in the brackets."),
    ),
    "ear-notice": Entry(
        "warning",
        N_("The notice does not say its time, place and telephone again at its end"),
        N_("Add a line `nhac_lai: true` to the front matter: the bulletin then says them again."),
    ),
    "spoken-address": Entry(
        "warning",
        N_("“{token}” takes {syllables} syllables to say, and nobody can write it down"),
        N_("Write “địa chỉ trên trang thông tin của phường”, or a short address."),
    ),
    "spoken-foreign": Entry(
        "content",
        N_("“{token}” is read with words that are not Vietnamese: {words}"),
        N_("Add a line to audio/lexicon.tsv: “{token}”, a tab, and how it is said in Vietnamese syllables."),
    ),
    "lexicon-columns": Entry(
        "station",
        N_("The line has more than four columns"),
        N_("Keep to: written, tab, spoken, tab, condition, tab, comment."),
    ),
    "lexicon-empty": Entry(
        "station",
        N_("The line lacks what is written or how it is said"),
        N_("Write both, with a tab between; a line beginning with # is a comment."),
    ),
    "lexicon-syllable": Entry(
        "station",
        N_("Not Vietnamese syllables in small letters: {words}"),
        N_("Write it as it is said, in Vietnamese syllables, small letters, without signs: pa nô, oai phai."),
    ),
    "lexicon-long": Entry(
        "station",
        N_("What is written has more than {most} letters"),
        N_("A line is for a word or a short phrase; write a sentence in full where it stands."),
    ),
    "lexicon-condition": Entry(
        "station",
        N_("Unknown condition “{condition}”"),
        N_(
            "Known are: trước tên riêng, trước chức danh, trước số, trước dãy số, trước năm, trước ngày, "
            "trước ngoặc kép, trước hai chấm, sau số, sau ngoặc, không hoa, trước: a, b, sau: a, b, "
            "gần: a, b, không sau: a, b; "
            "several are joined by “;”."
        ),
    ),
    "lexicon-twice": Entry(
        "station",
        N_("“{written}” is already on line {line}"),
        N_("Keep one of the two lines, or give them different conditions."),
    ),
}
