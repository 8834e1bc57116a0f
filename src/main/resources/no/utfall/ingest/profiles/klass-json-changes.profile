# Statistics Norway, KLASS: changes between two dates, as the service gives them as JSON
id: klass
title: Statistics Norway, KLASS (changes, JSON)
evidence: json "codeChanges"\s*:\s*\[ => the document holds codeChanges
evidence: json "changeOccurred"\s*: => a change has a date
form: json-rows
rows: codeChanges
list: yes
role: ^oldCode$ => from
role: ^oldName$ => from-name
role: ^newCode$ => to
role: ^newName$ => to-name
role: ^changeOccurred$ => year
role: . => group
