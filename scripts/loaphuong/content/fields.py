"""What the front matter of each kind of file may hold, with the labels editors know."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from loaphuong.content.nouns import Channel, Genre, Priority, SectionKind, Stance, Status
from loaphuong.core.forms import AsList, Day, Form, LongText, Moment, Month, Text, YesNo
from loaphuong.core.messages import N_

Title = Annotated[Text, StringConstraints(max_length=200)]
Slug = Annotated[str, StringConstraints(max_length=100)]
Texts = Annotated[list[Text], AsList, Field(max_length=50)]
Order = Annotated[int, Field(ge=-1000, le=1000)]


class AwardForm(Form):
    """Khen thưởng."""

    title: Title = Field(title=N_("Award"))
    by: Text = Field(title=N_("Awarded by"))
    on: Day | None = Field(None, title=N_("Awarded on"))
    decision: Text | None = Field(None, title=N_("Decision"))


class ImageForm(Form):
    """The picture of an article."""

    path: Text = Field(title=N_("Picture file"))
    alt: Text = Field(title=N_("Alternative text"))
    credit: Text | None = Field(None, title=N_("Credit"))


class PersonForm(Form):
    """A person in an article."""

    name: Text = Field(title=N_("Name"))
    role: Text = Field(title=N_("Role"))
    channels: Annotated[list[Channel], AsList] = Field([], title=N_("Channels"))
    consent_ref: Text | None = Field(None, title=N_("Consent reference"))
    minor: YesNo = Field(False, title=N_("Minor"))
    guardian_ref: Text | None = Field(None, title=N_("Guardian's consent reference"))


class CorrectionForm(Form):
    """Cải chính."""

    on: Day = Field(title=N_("Corrected on"))
    wrong: LongText = Field(title=N_("What was wrong"))
    right: LongText = Field(title=N_("What is right"))


class ArticleForm(Form):
    """An article."""

    title: Title = Field(title=N_("Title"))
    summary: Annotated[LongText, StringConstraints(max_length=600)] = Field(title=N_("Summary"))
    genre: Genre = Field(title=N_("Genre"))
    published_at: Moment = Field(title=N_("Publication date"))
    author: Text = Field(title=N_("Author"))
    status: Status = Field(Status.READY, title=N_("Status"))
    updated_at: Moment | None = Field(None, title=N_("Update date"))
    editor: Text | None = Field(None, title=N_("Editor"))
    source: Text | None = Field(None, title=N_("Source"))
    topic: Slug | None = Field(None, title=N_("Topic"))
    model: Slug | None = Field(None, title=N_("Model"))
    rules: Texts = Field([], title=N_("Rules"))
    residential_group: Text | None = Field(None, title=N_("Residential group"))
    legal_basis: Texts = Field([], title=N_("Legal basis"))
    subject_group: Text | None = Field(None, title=N_("Subject group"))
    award: AwardForm | None = Field(None, title=N_("Award"))
    image: ImageForm | None = Field(None, title=N_("Picture"))
    illustrative: YesNo = Field(False, title=N_("Illustrative"))
    lead_in: LongText | None = Field(None, title=N_("Lead-in"))
    broadcast: YesNo = Field(True, title=N_("Broadcast"))
    broadcast_from: Day | None = Field(None, title=N_("Broadcast from"))
    expires: Day | None = Field(None, title=N_("Expires"))
    priority: Priority = Field(Priority.ORDINARY, title=N_("Priority"))
    people: Annotated[list[PersonForm], AsList, Field(max_length=50)] = Field([], title=N_("People"))
    correction: Annotated[list[CorrectionForm], AsList, Field(max_length=50)] = Field([], title=N_("Correction"))
    aliases: Texts = Field([], title=N_("Former addresses"))
    slug: Slug | None = Field(None, title=N_("Address"))


class RuleForm(Form):
    """A rule of a code of conduct."""

    id: Slug = Field(title=N_("Rule id"))
    text: Annotated[LongText, StringConstraints(max_length=600)] = Field(title=N_("Rule text"))
    stance: Stance = Field(title=N_("Stance"))
    place: Text = Field(title=N_("Place"))
    spoken: LongText | None = Field(None, title=N_("Spoken form"))


class NounForm(Form):
    """What every file has that is not an article."""

    title: Title = Field(title=N_("Title"))
    summary: Annotated[LongText, StringConstraints(max_length=600)] = Field(title=N_("Summary"))
    slug: Slug | None = Field(None, title=N_("Address"))


class CodeForm(NounForm):
    """A code of conduct."""

    number: Text | None = Field(None, title=N_("Number"))
    issuer: Text | None = Field(None, title=N_("Issuer"))
    issued_on: Day | None = Field(None, title=N_("Issued on"))
    scope: Text = Field(title=N_("Scope"))
    reminders: YesNo = Field(True, title=N_("Reminders"))
    rules: Annotated[list[RuleForm], Field(min_length=1, max_length=300)] = Field(title=N_("Rules"))


class ModelForm(NounForm):
    """A model of good conduct."""

    place: Text = Field(title=N_("Place"))
    sources: Texts = Field([], title=N_("Source"))
    criteria: Texts = Field([], title=N_("Criteria"))
    order: Order = Field(0, title=N_("Order"))


class TopicForm(NounForm):
    """A monthly topic."""

    months: Annotated[list[Month], AsList, Field(min_length=1, max_length=120)] = Field(title=N_("Months"))
    owner: Text = Field(title=N_("Owner"))


class PageForm(NounForm):
    """A standing page."""

    order: Order = Field(0, title=N_("Order"))
    updated_at: Moment | None = Field(None, title=N_("Update date"))


class SectionForm(Form):
    """The index.md of a folder."""

    title: Title = Field(title=N_("Title"))
    summary: Annotated[LongText, StringConstraints(max_length=600)] = Field(title=N_("Summary"))
    kind: SectionKind = Field(SectionKind.ARTICLES, title=N_("Kind"))
    order: Order = Field(0, title=N_("Order"))


class HomeForm(Form):
    """content/index.md."""

    title: Title = Field(title=N_("Title"))
    summary: Annotated[LongText, StringConstraints(max_length=600)] = Field(title=N_("Summary"))
