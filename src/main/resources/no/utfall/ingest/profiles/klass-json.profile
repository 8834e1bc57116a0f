# Statistics Norway, KLASS: the codes of a date or of a span of dates, as the service gives them as JSON
id: klass
title: Statistics Norway, KLASS (code list, JSON)
evidence: json ^\s*\{\s*"codes"\s*:\s*\[ => the document starts with codes
evidence: json "parentCode"\s*: => a code has a parentCode
form: json-rows
rows: codes
list: yes
role: ^code$ => unit
role: ^name$ => unit-name
role: ^validFrom$ => valid-from
role: ^validTo$ => valid-to
role: . => group
