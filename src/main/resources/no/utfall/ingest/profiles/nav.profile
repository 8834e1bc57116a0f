# The Norwegian Labour and Welfare Administration: months, levels inside one another, ages that overlap
id: nav
title: Norwegian Labour and Welfare Administration (NAV)
evidence: 1 ^"?Nivå"?[,;]"?Geografisk enhet"?[,;] => the header starts with Nivå and Geografisk enhet
evidence: 1 [,;]"?(Beh )?[Pp]ersoner i mnd"?([,;]|$) => the header counts persons a month
evidence: 2 [,;]\d{4}-\d\d-\d\d"?$ => the first row ends with the date of a month
header-line: 1
decimal: .
suppressed: *
code-columns: ^Dato$
code: ^(\d{4}-\d\d)-01$
role: ^Nivå$ => group
role: ^Geografisk enhet$ => unit
role: ^Kjønn$ => sex
role: ^Alder$ => age
role: ^Dato$ => period
