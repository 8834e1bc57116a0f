# Statistics Norway, KLASS: which code of one list is which of another, as the service gives it
id: klass
title: Statistics Norway, KLASS (correspondence)
evidence: 1 ^"?sourceCode"?[;,]"?sourceName"? => the header starts with sourceCode and sourceName
evidence: 1 [;,]"?targetCode"?[;,]"?targetName"? => the header names targetCode and targetName
encoding: windows-1252
header-line: 1
list: yes
role: ^sourceCode$ => from
role: ^sourceName$ => from-name
role: ^targetCode$ => to
role: ^targetName$ => to-name
role: ^validFrom$ => valid-from
role: ^validTo$ => valid-to
role: . => group
