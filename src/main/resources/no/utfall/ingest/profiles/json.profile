# JSON: an array of objects, or one object a line; each is a row, its members are the columns
id: json
title: JSON, rows as objects
evidence: json ^\s*(\[\s*)?\{\s*"[^"]+"\s*:\s*(["\d-]|null|true|false) => the document starts with an object of cells
evidence: json ^\s*\[|\}\s*\n\s*\{ => the document is one object after another
form: json-rows
rows: -
decimal: .
suppressed: :
not-applicable: .
missing: ..
