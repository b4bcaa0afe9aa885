# Charsets and script.
derive gb text iconv -f UTF-8 -t GB18030
derive trad text fixenc -t -s trad
derive latin text iconv -f LATIN1 -t UTF-8

ours "fixenc -s keep, UTF-8" text fixenc -s keep
rival "iconv, UTF-8" text iconv -f UTF-8 -t UTF-8
rival uchardet text uchardet
rival chardet text "$PYTHON" "$peers/rival.py" chardet
ours "fixenc, UTF-8" text fixenc
rival "iconv, UTF-8" text iconv -f UTF-8 -t UTF-8
ours "fixenc, traditional" trad fixenc
rival "opencc t2s" trad opencc -c t2s
ours "fixenc, GB18030" gb fixenc
rival "iconv, GB18030" gb iconv -f GB18030 -t UTF-8
ours "fixenc, mojibake" latin fixenc
rival ftfy latin "$PYTHON" "$peers/rival.py" ftfy
forget gb trad latin
