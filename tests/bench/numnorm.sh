# Numbers: token rows, which is the cost of numnorm alone, and text, which it
# cuts into words itself.
derive tokens text tok

ours numnorm tokens numnorm -D 2023-06-30
ours "numnorm, text" text numnorm -D 2023-06-30
rival "Recognizers (node)" text node "$peers/rival.js" recognizers
rival cn2an text "$PYTHON" "$peers/rival.py" cn2an
ours "numnorm -t" text numnorm -t -D 2023-06-30
forget tokens
