"""Messages about the people whom texts tell of."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    "consent-missing": Entry(
        "content",
        N_("“{name}” is named without a consent reference"),
        N_("Add `consent_ref:` with the number of the signed form (never the form itself), or take the person out."),
    ),
    "consent-web": Entry(
        "content",
        N_("“{name}” has not agreed to appear on the channel “{channel}”, which this article uses"),
        N_("Ask for consent and add “web” to `channels:`, or take the person out of the article."),
    ),
    "consent-loa": Entry(
        "content",
        N_("“{name}” has not agreed to appear on the channel “{channel}”, which this article uses"),
        N_("Ask for consent and add “loa” to `channels:`, or set `broadcast: false`."),
    ),
    "consent-anh": Entry(
        "content",
        N_("“{name}” has not agreed to appear on the channel “{channel}”, which this article uses"),
        N_("Ask for consent and add “anh” to `channels:`, or take the picture out."),
    ),
    "consent-guardian": Entry(
        "content",
        N_("“{name}” is a minor: the guardian's consent is missing too"),
        N_("Add `guardian_ref:` with the number of the guardian's signed form; a child of seven or more signs too."),
    ),
    "minor-traceable": Entry(
        "content",
        N_("“{found}” tells where a minor of this article lives or goes to school"),
        N_("Leave out the school, the class and the address; “một em học sinh trong phường” is enough."),
    ),
    "minor-age": Entry(
        "warning",
        N_("“{found}” tells the age of a minor of this article"),
        N_("Leave the age out unless the guardian has agreed to it."),
    ),
    "illustrative-person": Entry(
        "content",
        N_("The story is marked `illustrative`, yet it declares the person “{name}”"),
        N_("Remove `people:` from an invented story, or remove `illustrative:` from a real one."),
    ),
    "critique-person": Entry(
        "content",
        N_("A critique is about behaviour: it must not tell of “{name}”"),
        N_("Describe what was done and where it is common, without anybody's name; remove `people:`."),
    ),
    "critique-name": Entry(
        "content",
        N_("“{found}” looks like a private person's name, in a critique"),
        N_(
            "Describe the behaviour, not the person; before a place or an organisation write its kind (phố, trường, …)."
        ),
    ),
    "critique-traceable": Entry(
        "content",
        N_("“{found}” makes a private person recognisable, in a critique"),
        N_("Leave out house numbers, number plates and telephone numbers."),
    ),
    "critique-picture": Entry(
        "warning",
        N_("A critique shows a picture"),
        N_("Make sure that no face, number plate or house number can be recognised on it."),
    ),
    "undeclared-name": Entry(
        "warning",
        N_("“{found}” looks like a private person's name and is not declared under `people:`"),
        N_("Declare the person with the consent reference, or write without the name."),
    ),
    "private-phone": Entry(
        "warning",
        N_("“{found}” looks like a private person's telephone number"),
        N_("Give the office's number. If it is the office's or its owner agrees: `loa settle`, with the reason."),
    ),
    "private-plate": Entry(
        "warning",
        N_("“{found}” looks like the number plate of somebody's vehicle"),
        N_("Leave it out, or say `loa settle` with the reason why it may be told."),
    ),
    "private-identity": Entry(
        "warning",
        N_("“{found}” looks like the number of somebody's papers: identity card, passport, insurance, tax"),
        N_("Leave it out: nobody needs it to understand the text. `loa settle`, with the reason, if it is none."),
    ),
    "private-account": Entry(
        "warning",
        N_("“{found}” looks like a private person's bank account"),
        N_("Name an organisation's account, in the same sentence; else `loa settle` with the reason."),
    ),
    "private-home": Entry(
        "warning",
        N_("“{found}” looks like the address of somebody's home"),
        N_("Say the group or the street without the number, or `loa settle` with the reason."),
    ),
    "private-kin": Entry(
        "warning",
        N_("“{found}” tells whose kin a private person is"),
        N_("Leave the tie out, or declare both persons under `people:`; else `loa settle` with the reason."),
    ),
    "private-file-name": Entry(
        "warning",
        N_("The name of the file “{found}” tells of a person; it stands in the address on the page"),
        N_("Name the file after what it shows, such as cong-cho.jpg; the picture may show no papers."),
    ),
}
