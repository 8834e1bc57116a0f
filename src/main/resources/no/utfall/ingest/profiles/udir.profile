# The Directorate for Education and Training: UTF-16LE without a mark, "sep=", sentences among the numbers
id: udir
title: Directorate for Education and Training (Udir)
evidence: 1 ^sep=. => line 1 is a "sep=" line
evidence: 2 ^EnhetNivaa\t => the header starts with EnhetNivaa
evidence: 2 \bEnhetNavn\b => the header names EnhetNavn
evidence: encoding ^UTF-16LE$ => every second byte is NUL, as in UTF-16LE
encoding: UTF-16LE
decimal: ,
suppressed: *
sentences: yes
role: ^Organisasjonsnummer$ => unit
role: ^EnhetNavn$ => unit-name
role: ^(EnhetNivaa|Nasjonaltkode|Fylkekode|Nasjonalt|Fylke)$ => group
role: \.Brudd$ => note
