# Statistics Norway, KLASS: which code of one list is which of another, as the service gives it as JSON
id: klass
title: Statistics Norway, KLASS (correspondence, JSON)
evidence: json "correspondenceItems"\s*:\s*\[ => the document holds correspondenceItems
evidence: json "targetCode"\s*: => an item has a targetCode
form: json-rows
rows: correspondenceItems
list: yes
role: ^sourceCode$ => from
role: ^sourceName$ => from-name
role: ^targetCode$ => to
role: ^targetName$ => to-name
role: ^validFrom$ => valid-from
role: ^validTo$ => valid-to
role: . => group
