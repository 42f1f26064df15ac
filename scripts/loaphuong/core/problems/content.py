"""Messages about what editors write in content/."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    # ── files ──
    "content-empty": Entry(
        "content",
        N_("There is nothing in the content folder"),
        N_("Write the first article in content/<section>/<name>.md; README.md shows one."),
    ),
    "home-missing": Entry(
        "content",
        N_("The home page has no title: this file is missing"),
        N_("Create it with “title” and “summary” between two lines of “---”."),
    ),
    "section-without-index": Entry(
        "content",
        N_("The section “{folder}” has no index.md"),
        N_("Create it with “title” and “summary” between two lines of “---”."),
    ),
    "section-empty": Entry(
        "warning",
        N_("The section “{title}” has no article yet"),
        N_("Write one, or remove the folder."),
    ),
    "section-text": Entry(
        "warning",
        N_("The text of a section's index.md is not shown"),
        N_("Say it in “summary”, or in an article."),
    ),
    "files-too-many": Entry(
        "content",
        N_("There are {count} files, the most is {limit}"),
        N_("Move old articles to an archive of another year."),
    ),
    "file-unreadable": Entry(
        "content",
        N_("This file cannot be read: {reason}"),
        N_("Check the rights of the file."),
    ),
    "file-too-large": Entry(
        "content",
        N_("This file is {size} KB, the most is {limit} KB"),
        N_("Split the text into several articles; pictures belong in files of their own."),
    ),
    "file-too-long": Entry(
        "content",
        N_("This file has more than {limit} lines"),
        N_("Split the text into several articles; lines that belong together need no line end between them."),
    ),
    "not-utf8": Entry(
        "content",
        N_("This file is not UTF-8: byte {byte} at place {column} of the line"),
        N_("Open it in the program it was written with, and save it with the encoding UTF-8 (Unicode)."),
    ),
    "control-character": Entry(
        "content",
        N_("There is an invisible control character {code} on this line"),
        N_("Delete the line and type it again instead of pasting it."),
    ),
    "synonyms-line": Entry(
        "content",
        N_("This line is no group of words that mean the same"),
        N_("Write two or more, each of at most {limit} letters, with the Tab key between them: hẻm ⇥ ngõ ⇥ kiệt."),
    ),
    # ── front matter ──
    "front-matter-missing": Entry(
        "content",
        N_("The file does not begin with its front matter"),
        N_("Make the first line “---”, then the keys such as “title: …”, then another line “---”."),
    ),
    "front-matter-open": Entry(
        "content",
        N_("The front matter that begins here never ends"),
        N_("Add a line “---” after its last key, before the text."),
    ),
    "front-matter-odd": Entry(
        "content",
        N_("The front matter is not a list of keys"),
        N_("Write one key a line: “title: …”, “summary: …”."),
    ),
    "yaml-tab": Entry(
        "content",
        N_("There is a tab in the front matter"),
        N_("Use spaces instead of the Tab key."),
    ),
    "yaml-colon": Entry(
        "content",
        N_("Text with a colon must stand in quotes"),
        N_("Write the line as {line}"),
    ),
    "yaml-quote": Entry(
        "content",
        N_("The quotation mark that opens here never closes"),
        N_("Close it with the same mark; a quotation mark inside the text is written as “ ”."),
    ),
    "yaml-broken": Entry(
        "content",
        N_("The front matter cannot be understood near “{line}”"),
        N_("One key a line, “key: text”; text that begins with a sign goes in quotes; lists begin with “- ”."),
    ),
    "yaml-key": Entry(
        "content",
        N_("A key of the front matter is not a plain word"),
        N_("Write “key: text”, with a key such as “title”."),
    ),
    "yaml-alias": Entry(
        "content",
        N_("Text that begins with “&” or “*” means something else in front matter"),
        N_("Put the text in quotes."),
    ),
    "yaml-tag": Entry(
        "content",
        N_("“{tag}” means something else in front matter"),
        N_("Put text that begins with “!” in quotes."),
    ),
    "yaml-too-deep": Entry(
        "content",
        N_("The front matter is nested too deeply or has too many entries"),
        N_("Write one key a line; lists and groups go at most {depth} levels deep."),
    ),
    "key-repeated": Entry(
        "content",
        N_("“{key}” is written twice; the first time is line {line}"),
        N_("Keep one of the two."),
    ),
    # ── addresses and references ──
    "slug-letters": Entry(
        "content",
        N_("“{slug}” cannot be an address: only a–z, 0–9 and single hyphens, at most 100 characters"),
        N_("Rename it to “{suggestion}”."),
    ),
    "slug-reserved": Entry(
        "content",
        N_("“{slug}” is an address of the site itself"),
        N_("Choose another name, such as “{suggestion}”."),
    ),
    "slug-taken": Entry(
        "content",
        N_("The address “{slug}” already belongs to {other}"),
        N_("Give one of the two another name; an address never moves to another text."),
    ),
    "topic-unknown": Entry(
        "content",
        N_("There is no topic “{name}”"),
        N_("Write one that exists in content/chuyen-de: {choices}."),
    ),
    "model-unknown": Entry(
        "content",
        N_("There is no model “{name}”"),
        N_("Write one that exists in content/mo-hinh: {choices}."),
    ),
    "rule-unknown": Entry(
        "content",
        N_("There is no rule “{name}”"),
        N_("Write code#rule as in content/quy-tac: {choices}."),
    ),
    "rule-repeated": Entry(
        "content",
        N_("The rule id “{rule}” is used twice; the first time is line {line}"),
        N_("Give each rule an id of its own."),
    ),
    "updated-too-early": Entry(
        "content",
        N_("The update is dated before the publication ({published})"),
        N_("Correct “updated_at” or “published_at”."),
    ),
    "expires-too-early": Entry(
        "content",
        N_("The text expires before it is published ({published})"),
        N_("Correct “expires” or “published_at”."),
    ),
    "event-ends-early": Entry(
        "content",
        N_("The event ends before it begins ({starts})"),
        N_("Correct “ends” or “starts”."),
    ),
    "event-until-early": Entry(
        "content",
        N_("The event comes again until a day before it begins ({starts})"),
        N_("Correct “until” or “starts”."),
    ),
    "award-illustrative": Entry(
        "content",
        N_("The story is illustrative, and yet it names an award: nobody was honoured"),
        N_("Take “award” out, or “illustrative” if it really happened."),
    ),
    "broadcast-after-expiry": Entry(
        "content",
        N_("The text may be broadcast only after it has expired ({expires})"),
        N_("Correct “broadcast_from” or “expires”."),
    ),
    "correction-too-early": Entry(
        "content",
        N_("The correction is dated before the publication ({published})"),
        N_("Correct the day of the correction."),
    ),
    # ── body ──
    "pasted-bullet": Entry(
        "content",
        N_("A line begins with “{sign}”, which is a bullet in Word only"),
        N_("Write “- ” in its place, with an empty line above the list."),
    ),
    "pasted-table": Entry(
        "content",
        N_("A table of tabs is no table here: its columns run together, on the page and on air"),
        N_("Write its rows as sentences, or as a table: | Họ và tên | Số điểm | with a line |-|-| below the head."),
    ),
    "pasted-note": Entry(
        "content",
        N_("“[^{sign}]” is a footnote, which this page and the loudspeakers do not have"),
        N_("Say it in the sentence itself, or leave it out."),
    ),
    "pasted-picture": Entry(
        "content",
        N_("The name of the picture has a space: “{sign}”"),
        N_("Write it between < and >: ![…](<{sign}>), or give the file a name without spaces."),
    ),
    "body-empty": Entry(
        "content",
        N_("There is no text below the front matter"),
        N_("Write the text after the second line of “---”, or set “status: nhap” and finish it later."),
    ),
    "link-unsafe": Entry(
        "content",
        N_("The link “{target}” begins with “{scheme}:”, which a page may not open"),
        N_("Use an address that begins with https://, mailto: or tel:, or a file of the content folder."),
    ),
    "link-absolute": Entry(
        "content",
        N_("The link “{target}” begins with “/”"),
        N_("Write the way from this file, such as ../guong-tot/ten-bai.md."),
    ),
    "link-broken": Entry(
        "content",
        N_("The link “{target}” leads to a file that does not exist"),
        N_("Write the way from this file, such as ../guong-tot/ten-bai.md; drop the link if the article is gone."),
    ),
    "link-unpublished": Entry(
        "content",
        N_("The link “{target}” leads to a file that is not published"),
        N_("Articles, pictures and PDF files are; save it as PDF, or put what it says into an article."),
    ),
    "anchor-broken": Entry(
        "content",
        N_("The link “{target}” leads to a heading that the page does not have"),
        N_("The page has: {anchors}."),
    ),
    "alt-missing": Entry(
        "content",
        N_("The picture “{target}” does not say what it shows"),
        N_("Describe it for those who cannot see it: ![what the picture shows](file)."),
    ),
    "image-foreign": Entry(
        "content",
        N_("The picture “{target}” lies on another site"),
        N_("Save it in the content folder, if its owner allows, and name that file."),
    ),
    "image-missing": Entry(
        "content",
        N_("There is no picture “{target}”"),
        N_("Put the file beside the text, or correct its name (capital letters count)."),
    ),
    "image-near": Entry(
        "content",
        N_("There is no picture “{target}”, but there is “{found}”"),
        N_("Write the name as the file has it, capitals and ending included."),
    ),
    "image-decomposed": Entry(
        "content",
        N_("The picture “{target}” is there, but a Mac wrote its name with loose accents"),
        N_("Rename the file to “{suggestion}”, and write that name in the text."),
    ),
    "attachment-too-large": Entry(
        "content",
        N_("The file “{target}” is larger than {limit} MB"),
        N_("Save it smaller, or leave out its pictures: many people pay for every MB."),
    ),
    "attachment-broken": Entry(
        "content",
        N_("“{target}” is not a PDF file, whatever its name says"),
        N_("Save it as PDF from the program it was written with."),
    ),
    "image-kind": Entry(
        "content",
        N_("“{target}” is not a picture that pages show"),
        N_("Save it as JPG, PNG or WebP."),
    ),
    "image-too-large": Entry(
        "content",
        N_("The picture “{target}” is larger than {limit} MB"),
        N_("Save it smaller: 2,000 pixels on its longer side are enough."),
    ),
    "image-broken": Entry(
        "content",
        N_("The picture “{target}” cannot be opened"),
        N_("Open it in a picture program and save it again as JPG or PNG."),
    ),
    "image-misnamed": Entry(
        "content",
        N_("The picture “{target}” is really a {kind} file"),
        N_("Let its name end in {ending}."),
    ),
    "image-too-wide": Entry(
        "content",
        N_("The picture “{target}” has more than {pixels} million pixels"),
        N_("Save it smaller: 2,000 pixels on its longer side are enough."),
    ),
    "link-silent": Entry(
        "content",
        N_("The link to “{target}” has no words"),
        N_("Say between the brackets where it leads: [the words](address)."),
    ),
    "raw-html": Entry(
        "content",
        N_("“{tag}” is HTML, which articles do not use"),
        N_("Write it in Markdown: **bold**, [words](address), ![picture](file); a sign < alone is written &lt;"),
    ),
    "remark": Entry(
        "content",
        N_("There is a remark <!-- … --> in the text"),
        N_("Remove it: what stands in content is public."),
    ),
    "code-silent": Entry(
        "warning",
        N_("This is set as code and will not be read aloud: {code}"),
        N_("Remove the ` signs, or the spaces at the beginning of the line, if it should be heard."),
    ),
    "heading-empty": Entry(
        "content",
        N_("This heading has no words"),
        N_("Write it, or remove the # signs."),
    ),
    "heading-order": Entry(
        "warning",
        N_("A heading of level {level} does not belong here: the page's title is level 1, and none is skipped"),
        N_("Begin the line with {signs}"),
    ),
    "body-intricate": Entry(
        "content",
        N_("There are too many signs, lists in lists or letters in one paragraph here"),
        N_("Split the paragraph by blank lines, and remove signs that mean nothing."),
    ),
}
