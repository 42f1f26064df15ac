"""What can be found."""

from __future__ import annotations

from dataclasses import replace

from loaphuong.content.articles import Award
from loaphuong.web.search.documents import Document, DocumentKind, list_documents
from tests.making import NOW, an_article, an_edition, an_event


def by_address(**changes: object) -> dict[str, Document]:
    """The documents of an edition by their addresses."""
    return {each.address: each for each in list_documents(replace(an_edition(), **changes))}


def test_every_kind_under_its_group():
    """Articles, codes and each rule, models, bulletins that were on air, pages, the schedule and the honour roll."""
    found = by_address()
    expected = {
        "tin/con-ngo-sach-moi-som-mai/": (DocumentKind.ARTICLE, "Guong tot"),
        "quy-tac/qd-1665/": (DocumentKind.CODE, "Quy tắc ứng xử"),
        "quy-tac/qd-1665/#r1": (DocumentKind.RULE, "Quy tắc ứng xử"),
        "mo-hinh/chung-cu-van-hoa/": (DocumentKind.MODEL, "Mô hình"),
        "phat-thanh/2026-11-20-1630/": (DocumentKind.BULLETIN, "Bản tin phát thanh"),
        "lich-phat/": (DocumentKind.LANDMARK, "Trang"),
        "nghe-lai/": (DocumentKind.LANDMARK, "Trang"),
        "khen-thuong/": (DocumentKind.LANDMARK, "Trang"),
        "chuyen-muc/guong-tot/": (DocumentKind.LANDMARK, "Trang"),
        "gop-y/": (DocumentKind.PAGE, "Về phường"),
    }
    assert {address: (found[address].kind, found[address].group) for address in expected} == expected
    assert not [address for address in found if "2026-11-24" in address]
    assert len(found) == len(list(list_documents(an_edition()))), "each page once"


def test_codes_by_number_and_texts_of_all_kinds():
    """A code is found by the number of its document, a model by its criteria, a page by its text."""
    found = by_address()
    content = an_edition().content
    [code] = content.codes
    assert code.number
    assert found[f"quy-tac/{code.slug}/"].number == code.number
    model, page = content.models[0], content.pages[0]
    assert all(criterion in found[f"mo-hinh/{model.slug}/"].body for criterion in model.criteria)
    assert found[f"{page.slug}/"].body.strip() == page.body.strip()


def test_an_article_by_what_it_is_about():
    """The rules, the model and the group it tells of, the award, its former address and its headings."""
    award = Award("Giấy khen", "UBND phường", NOW.date(), "12/QĐ-UBND")
    edition = an_edition()
    [code], model = edition.content.codes, edition.content.models[0]
    article = an_article(
        slug="mot-bai",
        rules=(f"{code.slug}#{code.rules[0].id}",),
        model=model.slug,
        subject_group="Chi hội 2",
        award=award,
        aliases=("ten-cu",),
        body="Mở đầu.\n\n## Một đề mục\n\nHết.\n",
    )
    found = by_address(content=replace(edition.content, articles=(article,)))["tin/mot-bai/"]
    for each in (code.rules[0].text, model.title, "Chi hội 2", "Giấy khen", "12/QĐ-UBND"):
        assert each in found.about
    assert found.name == "mot-bai ten-cu"
    assert found.headings == "Một đề mục"


def test_what_is_made_up_says_so():
    """An illustrative story or event is marked as its card is, one that happened is not."""
    stories = (an_article("Bịa", slug="bia"), an_article("Thật", slug="that", illustrative=False))
    events = (an_event(slug="hoi", illustrative=True), an_event(slug="hop"))
    found = by_address(content=replace(an_edition().content, articles=stories, events=events))
    marks = {address: each.mark for address, each in found.items() if each.mark}
    assert marks == {"tin/bia/": "Chuyện minh họa", "su-kien/hoi/": "Minh họa"}


def test_the_honour_roll_by_who_is_on_it():
    """An award leads to the roll as well."""
    article = an_article("Ngõ sạch", award=Award("Bằng khen", "UBND thành phố", NOW.date()))
    edition = an_edition()
    found = by_address(content=replace(edition.content, articles=(article,)))
    assert "Bằng khen UBND thành phố Ngõ sạch" in found["khen-thuong/"].body
