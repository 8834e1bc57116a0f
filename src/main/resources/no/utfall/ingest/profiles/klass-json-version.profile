# Statistics Norway, KLASS: one version of a classification, as the service gives it as JSON
id: klass
title: Statistics Norway, KLASS (version, JSON)
evidence: json "classificationItems"\s*:\s*\[ => the document holds classificationItems
evidence: json "parentCode"\s*: => a code has a parentCode
form: json-rows
rows: classificationItems
list: yes
role: ^code$ => unit
role: ^name$ => unit-name
role: . => group
