# What Python modules do of the same work, from standard input to standard
# output:  python3 rival.py chardet|ftfy|jieba|icu|cn2an|json
import sys


def lines():
    return open(0, encoding="utf-8", newline="\n")


def chardet():
    import chardet
    print(chardet.detect(sys.stdin.buffer.read()))


def ftfy():
    import ftfy
    for line in lines():
        sys.stdout.write(ftfy.fix_text(line))


def jieba():
    import jieba
    jieba.setLogLevel(60)
    for line in lines():
        sys.stdout.write(" ".join(jieba.cut(line)))


def icu():
    import icu
    words = icu.BreakIterator.createWordInstance(icu.Locale("zh"))
    for line in lines():
        text = icu.UnicodeString(line)
        words.setText(text)
        start = 0
        for end in words:
            sys.stdout.write(str(text[start:end]) + " ")
            start = end


def cn2an():
    import cn2an
    for line in lines():
        sys.stdout.write(cn2an.transform(line, "cn2an"))


def json():
    import csv
    import json
    csv.field_size_limit(1 << 30)
    for row in csv.DictReader(lines(), delimiter="\t",
                              quoting=csv.QUOTE_NONE):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


globals()[sys.argv[1]]()
