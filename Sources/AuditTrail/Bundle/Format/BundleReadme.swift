/// The two pages for people that travel with every bundle, the same in all of them.
enum BundleReadme {
    static let english = """
        AUDIT BUNDLE

        This folder holds all records of one register of a book kept with fundctl, from the first
        to the export that STATEMENT names. It is meant for someone who trusts neither the program
        nor the people who run it. Every figure in it can be recomputed from the records.

        What is here
          STATEMENT, STATEMENT.sig  what this bundle says of itself, signed by the register's ledger key
          MANIFEST.sha256           the hash of every file (sha256sum format)
          checkpoint                size and root of the records' tree, signed
          records/                  the records, one a line, as they were written and sealed
          *.csv                     lists derived from the records; amounts are whole cents, debit positive
          keys/                     public keys, for convenience. They prove nothing: see below
          documents/                where present, the files that records name by their SHA-256
          cosignatures/             where present, signatures of witnesses
          STATEMENT.tsr             where present, a time-stamp (RFC 3161)

        What you must already hold
          1. The register's id and its ledger key. Obtain them from the organisation by another way
             than this folder (in person, on paper, from an earlier audit), and keep them: this is
             what "pinning" means. A bundle can never prove its own origin.
          2. The STATEMENT of your last audit. Only with it can you see that nothing in the past
             was changed. Keep this bundle's STATEMENT for next time.

        How to verify
          With fundctl:
            fundctl audit verify FOLDER --key LEDGER.pem --id REGISTER-ID --previous KEPT-STATEMENT
          Without fundctl, with Python and OpenSSL alone (another program, sharing no code):
            python3 audit/verify.py FOLDER --key LEDGER.pem --id REGISTER-ID --previous KEPT-STATEMENT
          With the tools of any Unix system (signature, files, records; it says what it leaves out):
            sh audit/verify.sh FOLDER LEDGER.pem REGISTER-ID KEPT-STATEMENT
          The two last ones and the specification, FORMAT.md, lie in the folder "audit" of fundctl's
          sources. Take them from there, not from whoever gave you this bundle.
          Add --with OTHER-FOLDER for the other fund's bundle: movements between funds are in both.
          Add --min-export N when you know which export to expect: an old one verifies too.

        How to read the answer
          Each verdict is given apart: integrity, origin, authorship, completeness, append-only,
          books, pairing. "Holds" means that everything agrees. It does not mean that the facts took
          place: that a supplier exists or that work was done, no computation tells. STATEMENT lists
          for ever what one person did alone (alone), records taken back (annulled), use of the
          recovery key (recovered) and changes of the ledger key (rotated): look at those records first.

        """

    static let french = """
        DOSSIER D'AUDIT

        Ce dossier contient tous les enregistrements d'un registre tenu avec fundctl, du premier
        jusqu'à l'exportation que nomme STATEMENT. Il s'adresse à qui ne se fie ni au logiciel ni aux
        personnes qui l'utilisent. Chaque chiffre peut y être recalculé à partir des enregistrements.

        Ce qu'il contient
          STATEMENT, STATEMENT.sig  ce que le dossier dit de lui-même, signé par la clé du registre
          MANIFEST.sha256           l'empreinte de chaque fichier (format de sha256sum)
          checkpoint                taille et racine de l'arbre des enregistrements, signées
          records/                  les enregistrements, un par ligne, tels qu'écrits et scellés
          *.csv                     listes tirées des enregistrements; montants en cents, débit positif
          keys/                     clés publiques, par commodité. Elles ne prouvent rien : voir plus bas
          documents/                s'il y a lieu, les fichiers nommés par leur SHA-256
          cosignatures/             s'il y a lieu, les signatures de témoins
          STATEMENT.tsr             s'il y a lieu, un horodatage (RFC 3161)

        Ce que vous devez déjà détenir
          1. L'identifiant du registre et sa clé de signature. Obtenez-les de l'organisme par une autre
             voie que ce dossier (en personne, sur papier, lors d'un audit précédent) et conservez-les.
             Un dossier ne peut jamais prouver sa propre origine.
          2. Le fichier STATEMENT de votre dernier audit. Lui seul permet de constater que rien du passé
             n'a été modifié. Conservez celui-ci pour la prochaine fois.

        Comment vérifier
          Avec fundctl :
            fundctl audit verify DOSSIER --key CLÉ.pem --id IDENTIFIANT --previous STATEMENT-CONSERVÉ
          Sans fundctl, avec Python et OpenSSL seulement (un autre programme, sans code commun) :
            python3 audit/verify.py DOSSIER --key CLÉ.pem --id IDENTIFIANT --previous STATEMENT-CONSERVÉ
          Avec les outils de tout système Unix (signature, fichiers, enregistrements; ce qui n'est pas
          vérifié est dit) :
            sh audit/verify.sh DOSSIER CLÉ.pem IDENTIFIANT STATEMENT-CONSERVÉ
          Les deux derniers et la spécification, FORMAT.md, se trouvent dans le dossier « audit » des
          sources de fundctl. Prenez-les là, et non auprès de qui vous a remis ce dossier.
          Ajoutez --with AUTRE-DOSSIER pour l'autre fonds : les mouvements entre fonds sont dans les deux.
          Ajoutez --min-export N si vous savez quelle exportation attendre : une ancienne se vérifie aussi.

        Comment lire la réponse
          Chaque verdict est rendu à part : intégrité, origine, auteurs, complétude, ajout seul, livres,
          appariement. « Tient » veut dire que tout concorde, et non que les faits ont eu lieu : qu'un
          fournisseur existe ou qu'un travail a été fait, aucun calcul ne le dit. STATEMENT énumère pour
          toujours ce qu'une personne a fait seule (alone), les enregistrements retirés (annulled),
          l'usage de la clé de secours (recovered) et les changements de clé du registre (rotated) :
          regardez ces enregistrements en premier.

        """
}
