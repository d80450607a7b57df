#!/usr/bin/env python3
"""Cuts the fonts that pictures are drawn with out of Noto Sans, so that a picture is the same on every machine.

    apt-get download fonts-noto-core fonts-noto-cjk      # or install them; Debian 12's versions were used
    pip install fonttools==4.68.0
    python3 tools/subset_fonts.py FOLDER assets/fonts

FOLDER is searched for NotoSans-Regular.ttf, NotoSans-Bold.ttf and NotoSansCJK-Regular.ttc. What stays: Latin letters, Greek,
Cyrillic, punctuation, currencies and arrows; of Chinese the characters that the corpus's own Chinese glossary and names are
written with, and those of the words in LABELS. Kerning and ligatures are left out, so that a text is exactly as wide as its
characters together, and so are hints, which are for screens of old.
"""
import sys
import tomllib
from pathlib import Path

from fontTools import subset

LATIN = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x1CD, 0x1DC), (0x218, 0x21B), (0x386, 0x3CE), (0x400, 0x45F), (0x490, 0x491), (0x2010, 0x2027),
    (0x2030, 0x203A), (0x20A0, 0x20BF), (0x2190, 0x2193), (0x2116, 0x2116), (0x2122, 0x2122), (0x2212, 0x2212),
    (0x25A1, 0x25A1), (0x25CB, 0x25CF), (0xFFFD, 0xFFFD),
]
CJK_PUNCTUATION = "、。《》「」『』【】〈〉·…—（），．：；？！／～％＋－０１２３４５６７８９□"
# What a label in Chinese is likely to need beside the words of the glossary.
LABELS = "条款约束提及当事方批评者立场支持怀疑混合报道无关及另外还有个图例截止日期年月日发表来源时间线整体协议图中列出共注意首次以后每发布时间轴"


def cjk_characters():
    """The Chinese characters that stand in the corpus's glossary and names."""
    root = Path(__file__).parent.parent / "corpus"
    glossary = tomllib.loads((root / "languages/zh.toml").read_text(encoding="utf-8"))
    written = "".join(word for term in glossary["term"] for word in term["words"]) + (root / "parties.toml").read_text(encoding="utf-8")
    return {c for c in written + LABELS if "\u2e80" <= c <= "\u9fff"} | set(CJK_PUNCTUATION)


def cut(source, number, target, codes):
    options = subset.Options()
    options.font_number = number
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "meta", "DSIG"]
    # Equal bytes whenever it is run.
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)
    print(f"{target}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters")


def main(folder, target):
    target = Path(target)
    find = lambda name: next(Path(folder).rglob(name))
    latin = [code for first, last in LATIN for code in range(first, last + 1)]
    cut(find("NotoSans-Regular.ttf"), -1, target / "NotoSans-Regular.ttf", latin)
    cut(find("NotoSans-Bold.ttf"), -1, target / "NotoSans-Bold.ttf", latin)
    # The third face of the collection is the one for simplified Chinese.
    cut(find("NotoSansCJK-Regular.ttc"), 2, target / "NotoSansCJKsc-Regular.otf", sorted(map(ord, cjk_characters())))


main(*sys.argv[1:])
