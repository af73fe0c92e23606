<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About FreezerApp</source>
        <translation>À propos de FreezerApp</translation>
    </message>
    <message>
        <source>Shows storage as it really looks, and keeps for each tube where it is and what became of it.</source>
        <translation>Montre le stockage tel qu’il est vraiment, et garde pour chaque tube où il se trouve et ce qu’il est devenu.</translation>
    </message>
    <message>
        <source>Qt {version}</source>
        <translation>Qt {version}</translation>
    </message>
    <message>
        <source>MIT licence; the typeface Inter and the icons under licences of their own.</source>
        <translation>Licence MIT ; la police Inter et les icônes ont leurs propres licences.</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>Journal : {path}</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>&amp;New bank…</source>
        <translation>&amp;Nouvelle banque…</translation>
    </message>
    <message>
        <source>&amp;Open bank…</source>
        <translation>&amp;Ouvrir une banque…</translation>
    </message>
    <message>
        <source>Make the &amp;demonstration bank…</source>
        <translation>Créer la banque de &amp;démonstration…</translation>
    </message>
    <message>
        <source>&amp;Close bank</source>
        <translation>&amp;Fermer la banque</translation>
    </message>
    <message>
        <source>&amp;Verify bank</source>
        <translation>&amp;Vérifier la banque</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>Set up the &amp;scanner…</source>
        <translation>Régler le &amp;scanner…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Scan or search</source>
        <translation>&amp;Scanner ou rechercher</translation>
    </message>
    <message>
        <source>Copy &amp;barcode</source>
        <translation>Copier le code-&amp;barres</translation>
    </message>
    <message>
        <source>Put the &amp;light of the search out</source>
        <translation>&amp;Éteindre la recherche</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;All storage</source>
        <translation>&amp;Tout le stockage</translation>
    </message>
    <message>
        <source>Show the tube in its &amp;box</source>
        <translation>&amp;Montrer le tube dans sa boîte</translation>
    </message>
    <message>
        <source>Storage &amp;tree</source>
        <translation>&amp;Arborescence</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspecteur</translation>
    </message>
    <message>
        <source>All &amp;specimens</source>
        <translation>&amp;Tous les échantillons</translation>
    </message>
    <message>
        <source>&amp;On the bench</source>
        <translation>Sur la &amp;paillasse</translation>
    </message>
    <message>
        <source>On &amp;hold</source>
        <translation>&amp;Bloqués</translation>
    </message>
    <message>
        <source>Pic&amp;k lists</source>
        <translation>&amp;Listes de prélèvement</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>All &amp;shipments</source>
        <translation>Tous les en&amp;vois</translation>
    </message>
    <message>
        <source>New shipm&amp;ent…</source>
        <translation>Nouv&amp;el envoi…</translation>
    </message>
    <message>
        <source>A&amp;dd to shipment…</source>
        <translation>A&amp;jouter à un envoi…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Choose &amp;all tubes</source>
        <translation>Choisir &amp;tous les tubes</translation>
    </message>
    <message>
        <source>&amp;Invert the choice</source>
        <translation>&amp;Inverser le choix</translation>
    </message>
    <message>
        <source>&amp;Register tubes…</source>
        <translation>&amp;Enregistrer des tubes…</translation>
    </message>
    <message>
        <source>A &amp;file that came with a parcel…</source>
        <translation>Un &amp;fichier venu avec un colis…</translation>
    </message>
    <message>
        <source>Address b&amp;ook…</source>
        <translation>C&amp;arnet d’adresses…</translation>
    </message>
    <message>
        <source>Label &amp;designer…</source>
        <translation>É&amp;diteur d’étiquettes…</translation>
    </message>
    <message>
        <source>&amp;New code…</source>
        <translation>&amp;Nouveau code…</translation>
    </message>
    <message>
        <source>&amp;Cards for the scanner…</source>
        <translation>&amp;Cartes pour le lecteur…</translation>
    </message>
    <message>
        <source>Own &amp;stock…</source>
        <translation>Supports &amp;personnels…</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>&amp;Sortir</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>&amp;Remettre en place</translation>
    </message>
    <message>
        <source>&amp;Move to…</source>
        <translation>&amp;Déplacer vers…</translation>
    </message>
    <message>
        <source>Place in &amp;next free</source>
        <translation>Placer aux prochaines places &amp;libres</translation>
    </message>
    <message>
        <source>&amp;Fill the box by scanning</source>
        <translation>&amp;Remplir la boîte en scannant</translation>
    </message>
    <message>
        <source>Mark m&amp;issing</source>
        <translation>Marquer &amp;manquant</translation>
    </message>
    <message>
        <source>Mark &amp;found</source>
        <translation>Marquer retrou&amp;vé</translation>
    </message>
    <message>
        <source>Count a tha&amp;w</source>
        <translation>Compter une décon&amp;gélation</translation>
    </message>
    <message>
        <source>Change oper&amp;ator…</source>
        <translation>Changer d’opér&amp;ateur…</translation>
    </message>
    <message>
        <source>Mark &amp;used up</source>
        <translation>M&amp;arquer épuisé</translation>
    </message>
    <message>
        <source>Put o&amp;n a pick list…</source>
        <translation>Mettre sur u&amp;ne liste de prélèvement…</translation>
    </message>
    <message>
        <source>Mark &amp;destroyed…</source>
        <translation>Marquer détru&amp;it…</translation>
    </message>
    <message>
        <source>&amp;Put on hold…</source>
        <translation>Blo&amp;quer…</translation>
    </message>
    <message>
        <source>Release ho&amp;ld…</source>
        <translation>Lever le bl&amp;ocage…</translation>
    </message>
    <message>
        <source>&amp;Take out the whole container</source>
        <translation>&amp;Sortir le contenant entier</translation>
    </message>
    <message>
        <source>&amp;Put the container back</source>
        <translation>Remettre le &amp;contenant en place</translation>
    </message>
    <message>
        <source>&amp;Move the container to…</source>
        <translation>&amp;Déplacer le contenant vers…</translation>
    </message>
    <message>
        <source>&amp;Second box</source>
        <translation>&amp;Deuxième boîte</translation>
    </message>
    <message>
        <source>T&amp;urn the view</source>
        <translation>&amp;Tourner la vue</translation>
    </message>
    <message>
        <source>To what is on the ben&amp;ch</source>
        <translation>Aller à la pai&amp;llasse</translation>
    </message>
    <message>
        <source>To the last messa&amp;ge</source>
        <translation>Aller au dernier &amp;message</translation>
    </message>
    <message>
        <source>Site r&amp;ules…</source>
        <translation>Règ&amp;les du site…</translation>
    </message>
    <message>
        <source>&amp;Verify manifest…</source>
        <translation>&amp;Vérifier un bordereau…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About FreezerApp</source>
        <translation>À &amp;propos de FreezerApp</translation>
    </message>
    <message>
        <source>Print l&amp;abels…</source>
        <translation>Imprimer des étiq&amp;uettes…</translation>
    </message>
</context>
<context>
    <name>AddToShipmentDialog</name>
    <message>
        <source>Add to shipment</source>
        <translation>Ajouter à un envoi</translation>
    </message>
    <message>
        <source>&amp;Tubes</source>
        <translation>&amp;Tubes</translation>
    </message>
    <message>
        <source>&amp;Shipment</source>
        <translation>&amp;Envoi</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>AddressBookDialog</name>
    <message>
        <source>Address book</source>
        <translation>Carnet d’adresses</translation>
    </message>
    <message>
        <source>Find an organisation</source>
        <translation>Chercher un organisme</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organismes</translation>
    </message>
    <message>
        <source>&amp;New address</source>
        <translation>&amp;Nouvelle adresse</translation>
    </message>
    <message>
        <source>This is the address of this &amp;bank</source>
        <translation>C’est l’adresse de cette &amp;banque</translation>
    </message>
    <message>
        <source>Parcels still go &amp;there</source>
        <translation>Des colis y vont encore (&amp;toujours active)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{name} (no more)</source>
        <translation>{name} (n’est plus utilisé)</translation>
    </message>
    <message>
        <source>{name} (this bank)</source>
        <translation>{name} (cette banque)</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>&amp;Organisme</translation>
    </message>
    <message>
        <source>&amp;Person or desk</source>
        <translation>&amp;Personne ou service</translation>
    </message>
    <message>
        <source>St&amp;reet</source>
        <translation>&amp;Rue</translation>
    </message>
    <message>
        <source>To&amp;wn, postcode</source>
        <translation>&amp;Ville, code postal</translation>
    </message>
    <message>
        <source>Co&amp;untry</source>
        <translation>Pa&amp;ys</translation>
    </message>
    <message>
        <source>Telep&amp;hone</source>
        <translation>Télép&amp;hone</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>Adresse &amp;électronique</translation>
    </message>
    <message>
        <source>EOR&amp;I or VAT number</source>
        <translation>Numéro EOR&amp;I ou TVA</translation>
    </message>
    <message>
        <source>Responsib&amp;le, 24 h</source>
        <translation>Responsab&amp;le, 24 h</translation>
    </message>
    <message>
        <source>Their telephone, 24 h</source>
        <translation>Son téléphone, 24 h</translation>
    </message>
    <message>
        <source>A new address. Manifests print both telephones.</source>
        <translation>Une nouvelle adresse. Les bordereaux impriment les deux téléphones.</translation>
    </message>
</context>
<context>
    <name>AdjustDialog</name>
    <message>
        <source>Adjust the printer</source>
        <translation>Régler l’imprimante</translation>
    </message>
    <message>
        <source>Save the &amp;test page…</source>
        <translation>Enregistrer la page d’&amp;essai…</translation>
    </message>
    <message>
        <source>Print the &amp;test page</source>
        <translation>Imprimer la page d’&amp;essai</translation>
    </message>
    <message>
        <source>Move to the &amp;right by</source>
        <translation>Déplacer à &amp;droite de</translation>
    </message>
    <message>
        <source>Move &amp;down by</source>
        <translation>Déplacer vers le &amp;bas de</translation>
    </message>
    <message>
        <source>The ruler &amp;across ({length} mm) measures</source>
        <translation>La règle en &amp;largeur ({length} mm) mesure</translation>
    </message>
    <message>
        <source>The ruler a&amp;long ({length} mm) measures</source>
        <translation>La règle en &amp;hauteur ({length} mm) mesure</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>Print the test page on plain paper, at 100 %, and lay it over a sheet of {stock}: the outlines should lie on its labels. Enter how to move them, and what the rulers measure.</source>
        <translation>Imprimez la page d’essai sur papier ordinaire, à 100 %, et posez-la sur une feuille de {stock} : les contours doivent tomber sur ses étiquettes. Indiquez comment les déplacer et ce que mesurent les règles.</translation>
    </message>
    <message>
        <source>Print the test page on a label of {stock}. Its frame should lie {left} mm from the left edge and {top} mm from the upper one. Enter how to move it, and what the rulers measure.</source>
        <translation>Imprimez la page d’essai sur une étiquette {stock}. Son cadre doit se trouver à {left} mm du bord gauche et à {top} mm du bord supérieur. Indiquez comment le déplacer et ce que mesurent les règles.</translation>
    </message>
    <message>
        <source>Save the test page</source>
        <translation>Enregistrer la page d’essai</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>ZPL files (*.zpl)</source>
        <translation>Fichiers ZPL (*.zpl)</translation>
    </message>
    <message>
        <source>Print at 100 %, without “fit to page”; measure both rulers.</source>
        <translation>Imprimer à 100 %, sans « ajuster à la page » ; mesurer les deux règles.</translation>
    </message>
    <message>
        <source>The test page is {file}.</source>
        <translation>La page d’essai est {file}.</translation>
    </message>
    <message>
        <source>The test page was sent to {printer}.</source>
        <translation>La page d’essai a été envoyée à {printer}.</translation>
    </message>
    <message>
        <source>The test page was printed on {printer}.</source>
        <translation>La page d’essai a été imprimée sur {printer}.</translation>
    </message>
</context>
<context>
    <name>AnnounceDialog</name>
    <message>
        <source>Why it is taken in all the same</source>
        <translation>Pourquoi il est accepté malgré tout</translation>
    </message>
    <message>
        <source>Announce {number}</source>
        <translation>Annoncer {number}</translation>
    </message>
    <message>
        <source>{tubes} from {sender}, version {version} of the list.</source>
        <translation>{tubes} de {sender}, version {version} de la liste.</translation>
    </message>
    <message>
        <source>Tubes of this bank that come back are known by their codes; the others are entered as expected. Nothing is at hand before it is scanned.</source>
        <translation>Les tubes de cette banque qui reviennent sont reconnus à leurs codes ; les autres sont inscrits comme attendus. Rien n’est là avant d’être lu.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>{name} ({code}) is here</source>
        <translation>{name} ({code}) s’appelle ici</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Announce it</source>
        <translation>Annoncer</translation>
    </message>
    <message>
        <source>Announce it all the same</source>
        <translation>L’annoncer malgré tout</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) on the list have codes that tubes here have: {codes}. They are checked off, but not entered; give them other codes when they are here.</source>
        <translation>
            <numerusform>%Ln tube de la liste porte un code qu’un tube porte déjà ici : {codes}. Il est pointé, mais pas inscrit ; donnez-lui un autre code à l’arrivée.</numerusform>
            <numerusform>%Ln tubes de la liste portent des codes que des tubes portent déjà ici : {codes}. Ils sont pointés, mais pas inscrits ; donnez-leur d’autres codes à l’arrivée.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <source>Arrived</source>
        <translation>Arrivé</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Dry ice left</source>
        <translation>Neige carbonique restante</translation>
    </message>
    <message>
        <source>intact</source>
        <translation>intact</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>rompu</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Scellé</translation>
    </message>
    <message>
        <source>Logger</source>
        <translation>Enregistreur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>ArrivalDialog</name>
    <message>
        <source>{number} has arrived</source>
        <translation>{number} est arrivé</translation>
    </message>
    <message>
        <source>How the parcel arrived as a whole; each tube is scanned afterwards.</source>
        <translation>Comment le colis est arrivé dans son ensemble ; chaque tube est scanné ensuite.</translation>
    </message>
    <message>
        <source>not measured, or −71</source>
        <translation>non mesurée, ou −71</translation>
    </message>
    <message>
        <source>not weighed, or 4.5</source>
        <translation>non pesée, ou 4,5</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>&amp;Temperature, °C</source>
        <translation>&amp;Température, °C</translation>
    </message>
    <message>
        <source>&amp;Dry ice left, kg</source>
        <translation>&amp;Neige carbonique restante, kg</translation>
    </message>
    <message>
        <source>&amp;Seal {seal} intact</source>
        <translation>&amp;Scellé {seal} intact</translation>
    </message>
    <message>
        <source>&amp;Seal intact</source>
        <translation>&amp;Scellé intact</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Réceptionner</translation>
    </message>
    <message>
        <source>“{text}” is no number.</source>
        <translation>« {text} » n’est pas un nombre.</translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>{tube} was looked at already: {outcome}.</source>
        <translation>{tube} a déjà été vu : {outcome}.</translation>
    </message>
    <message>
        <source>Received {tube}.</source>
        <translation>{tube} reçu.</translation>
    </message>
    <message>
        <source>Received {tube}. A tube that was here before has this code: register it with a new one.</source>
        <translation>{tube} reçu. Un tube déjà présent porte ce code : enregistrez celui-ci avec un nouveau code.</translation>
    </message>
    <message>
        <source>{tube} is not on the list of {number}. Record it as extra?</source>
        <translation>{tube} n’est pas sur la liste de {number}. Le noter en trop ?</translation>
    </message>
    <message>
        <source>Record as extra</source>
        <translation>Noter en trop</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Needs attention</source>
        <translation>À surveiller</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Afficher : {what}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) on hold</source>
        <translation>
            <numerusform>%Ln tube bloqué</numerusform>
            <numerusform>%Ln tubes bloqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) missing</source>
        <translation>
            <numerusform>%Ln tube manquant</numerusform>
            <numerusform>%Ln tubes manquants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) on the bench</source>
        <translation>
            <numerusform>%Ln tube sur la paillasse</numerusform>
            <numerusform>%Ln tubes sur la paillasse</numerusform>
        </translation>
    </message>
    <message>
        <source>{unit} is {share} full</source>
        <translation>{unit} est rempli à {share}</translation>
    </message>
</context>
<context>
    <name>BankJobs</name>
    <message>
        <source>Open a bank</source>
        <translation>Ouvrir une banque</translation>
    </message>
    <message>
        <source>Banks (*.freezer);;All files (*)</source>
        <translation>Banques (*.freezer);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>out {span}</source>
        <translation>dehors depuis {span}</translation>
    </message>
    <message>
        <source>belongs in {place}</source>
        <translation>sa place : {place}</translation>
    </message>
    <message>
        <source>no place is kept for it</source>
        <translation>aucune place ne lui est gardée</translation>
    </message>
</context>
<context>
    <name>BenchStrip</name>
    <message>
        <source>On the bench</source>
        <translation>Sur la paillasse</translation>
    </message>
    <message>
        <source>Place in next free</source>
        <translation>Placer aux prochaines libres</translation>
    </message>
    <message>
        <source>Find a place…</source>
        <translation>Trouver une place…</translation>
    </message>
    <message>
        <source>A box is proposed for the tubes that no place is kept for</source>
        <translation>Une boîte est proposée pour les tubes auxquels aucune place n’est gardée</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Out for too long: put back or place what is marked.</source>
        <translation>Sorti depuis trop longtemps : remettez ou placez ce qui est marqué.</translation>
    </message>
    <message>
        <source>Nothing. Drag tubes here to take them out.</source>
        <translation>Rien. Glissez des tubes ici pour les sortir.</translation>
    </message>
    <message>
        <source>Scan each to confirm</source>
        <translation>Scannez chacun pour confirmer</translation>
    </message>
    <message>
        <source>Put back without scanning</source>
        <translation>Remettre sans scanner</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Remettre en place</translation>
    </message>
</context>
<context>
    <name>BenchThings</name>
    <message>
        <source>{thing}, out for too long</source>
        <translation>{thing}, dehors depuis trop longtemps</translation>
    </message>
    <message>
        <source>{thing}, selected</source>
        <translation>{thing}, choisi</translation>
    </message>
</context>
<context>
    <name>BoxGrid</name>
    <message>
        <source>{place}, free</source>
        <translation>{place}, libre</translation>
    </message>
    <message>
        <source>{place}, blocked</source>
        <translation>{place}, condamnée</translation>
    </message>
    <message>
        <source>{place}, reserved</source>
        <translation>{place}, réservée</translation>
    </message>
    <message>
        <source>Box {name}</source>
        <translation>Boîte {name}</translation>
    </message>
    <message>
        <source>participant {code}</source>
        <translation>participant {code}</translation>
    </message>
    <message>
        <source>visit {code}</source>
        <translation>visite {code}</translation>
    </message>
    <message>
        <source>place only declared</source>
        <translation>place seulement déclarée</translation>
    </message>
    <message>
        <source>on hold: {kind}</source>
        <translation>bloqué : {kind}</translation>
    </message>
</context>
<context>
    <name>BoxLegend</name>
    <message numerus="yes">
        <source>{entry}: %Ln tube(s)</source>
        <translation>
            <numerusform>{entry} : %Ln tube</numerusform>
            <numerusform>{entry} : %Ln tubes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxOptions</name>
    <message>
        <source>Colour by</source>
        <translation>Colorer selon</translation>
    </message>
    <message>
        <source>First text</source>
        <translation>Premier texte</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>Deuxième texte</translation>
    </message>
    <message>
        <source>Turn the view</source>
        <translation>Tourner la vue</translation>
    </message>
    <message>
        <source>{degrees}°</source>
        <translation>{degrees}°</translation>
    </message>
    <message>
        <source>Colour: {fact}</source>
        <translation>Couleur : {fact}</translation>
    </message>
</context>
<context>
    <name>BoxPane</name>
    <message>
        <source>{rows} × {columns} {kind}</source>
        <translation>{kind} {rows} × {columns}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} free</source>
        <translation>libres : {count}</translation>
    </message>
    <message>
        <source>Choose this row</source>
        <translation>Choisir cette ligne</translation>
    </message>
    <message>
        <source>Choose this column</source>
        <translation>Choisir cette colonne</translation>
    </message>
    <message>
        <source>Choose odd rows</source>
        <translation>Choisir les lignes impaires</translation>
    </message>
    <message>
        <source>Choose odd columns</source>
        <translation>Choisir les colonnes impaires</translation>
    </message>
    <message>
        <source>Choose even rows</source>
        <translation>Choisir les lignes paires</translation>
    </message>
    <message>
        <source>Choose even columns</source>
        <translation>Choisir les colonnes paires</translation>
    </message>
</context>
<context>
    <name>BoxView</name>
    <message>
        <source>{position}, in the hand</source>
        <translation>{position}, en main</translation>
    </message>
    <message>
        <source>{position}, selected</source>
        <translation>{position}, sélectionnée</translation>
    </message>
</context>
<context>
    <name>BoxWords</name>
    <message>
        <source>Taken: {positions}</source>
        <translation>Prises : {positions}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) would find no free position</source>
        <translation>
            <numerusform>%Ln tube ne trouverait pas de position libre</numerusform>
            <numerusform>%Ln tubes ne trouveraient pas de position libre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) would be outside the box</source>
        <translation>
            <numerusform>%Ln tube serait hors de la boîte</numerusform>
            <numerusform>%Ln tubes seraient hors de la boîte</numerusform>
        </translation>
    </message>
    <message>
        <source>No tube to swap with: {positions}</source>
        <translation>Aucun tube à échanger : {positions}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) in the hand</source>
        <translation>
            <numerusform>%Ln tube en main</numerusform>
            <numerusform>%Ln tubes en main</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) change places with {positions}</source>
        <translation>
            <numerusform>%Ln tube échange sa place avec {positions}</numerusform>
            <numerusform>%Ln tubes échangent leur place avec {positions}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) to the next free: {positions}</source>
        <translation>
            <numerusform>%Ln tube vers la prochaine libre : {positions}</numerusform>
            <numerusform>%Ln tubes vers les prochaines libres : {positions}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) to {positions}</source>
        <translation>
            <numerusform>%Ln tube vers {positions}</numerusform>
            <numerusform>%Ln tubes vers {positions}</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter sets down · F changes how · Esc gives up</source>
        <translation>Entrée pose · F change la façon · Échap abandonne</translation>
    </message>
    <message>
        <source>Ctrl: next free</source>
        <translation>Ctrl : prochaine libre</translation>
    </message>
    <message>
        <source>Ctrl: next free · Alt: swap</source>
        <translation>Ctrl : prochaine libre · Alt : échanger</translation>
    </message>
    <message>
        <source>{position}. {landing}</source>
        <translation>{position}. {landing}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) picked up. Arrow keys aim. {keys}</source>
        <translation>
            <numerusform>%Ln tube pris en main. Les flèches visent. {keys}</numerusform>
            <numerusform>%Ln tubes pris en main. Les flèches visent. {keys}</numerusform>
        </translation>
    </message>
    <message>
        <source>Given up, no tube was moved</source>
        <translation>Abandonné, aucun tube n’a été déplacé</translation>
    </message>
    <message>
        <source>There is no tube here to pick up</source>
        <translation>Il n’y a pas de tube à prendre ici</translation>
    </message>
    <message numerus="yes">
        <source>{positions} and %Ln more</source>
        <translation>
            <numerusform>{positions} et %Ln autre</numerusform>
            <numerusform>{positions} et %Ln autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Earlier parts of the path</source>
        <translation>Début du chemin</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Put back</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sortir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Next box</source>
        <translation>Boîte suivante</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Scan this once where a scanner is set up</source>
        <translation>À lire une fois là où un lecteur est réglé</translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <source>One code per line: paste them, or scan one after the other</source>
        <translation>Un code par ligne : collez-les ou scannez-les l’un après l’autre</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>Depuis un &amp;fichier…</translation>
    </message>
    <message>
        <source>A list of codes</source>
        <translation>Une liste de codes</translation>
    </message>
</context>
<context>
    <name>Container</name>
    <message>
        <source>room</source>
        <translation>salle</translation>
    </message>
    <message>
        <source>freezer</source>
        <translation>congélateur</translation>
    </message>
    <message>
        <source>tank</source>
        <translation>cuve</translation>
    </message>
    <message>
        <source>dewar</source>
        <translation>dewar</translation>
    </message>
    <message>
        <source>shelf</source>
        <translation>étagère</translation>
    </message>
    <message>
        <source>rack</source>
        <translation>rack</translation>
    </message>
    <message>
        <source>tower</source>
        <translation>tour</translation>
    </message>
    <message>
        <source>drawer</source>
        <translation>tiroir</translation>
    </message>
    <message>
        <source>canister</source>
        <translation>canister</translation>
    </message>
    <message>
        <source>cane</source>
        <translation>canne</translation>
    </message>
    <message>
        <source>goblet</source>
        <translation>gobelet</translation>
    </message>
    <message>
        <source>box</source>
        <translation>boîte</translation>
    </message>
    <message>
        <source>SBS rack</source>
        <translation>rack SBS</translation>
    </message>
    <message>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>cooling box</source>
        <translation>boîte de congélation</translation>
    </message>
    <message>
        <source>transport box</source>
        <translation>boîte de transport</translation>
    </message>
    <message>
        <source>quadrant</source>
        <translation>quart</translation>
    </message>
    <message>
        <source>cabinet</source>
        <translation>armoire</translation>
    </message>
    <message>
        <source>chest</source>
        <translation>congélateur coffre</translation>
    </message>
</context>
<context>
    <name>ContainerPane</name>
    <message>
        <source>What stands in it</source>
        <translation>Ce qui s’y trouve</translation>
    </message>
    <message>
        <source>{used} of {total} box slots taken</source>
        <translation>boîtes : {used} sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContainerTree</name>
    <message>
        <source>All storage</source>
        <translation>Ensemble</translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln boîte</numerusform>
            <numerusform>%Ln boîtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent away</source>
        <translation>Boîtes envoyées</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
    <message>
        <source>{used} of {total} positions taken</source>
        <translation>{used} sur {total} positions prises</translation>
    </message>
    <message>
        <source>{used} of {total} box slots taken</source>
        <translation>boîtes : {used} sur {total}</translation>
    </message>
    <message>
        <source>{slots}, {tubes} tubes</source>
        <translation>{slots}, {tubes} tubes</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Overrule…</source>
        <translation>Passer outre…</translation>
    </message>
    <message>
        <source>Pack without scanning</source>
        <translation>Emballer sans scanner</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sortir</translation>
    </message>
    <message>
        <source>Unpack</source>
        <translation>Déballer</translation>
    </message>
    <message>
        <source>Packed {tubes}.</source>
        <translation>Emballé : {tubes}.</translation>
    </message>
    <message>
        <source>Unpacked {tubes}.</source>
        <translation>Déballé : {tubes}.</translation>
    </message>
    <message>
        <source>{tubes}: taken off the list. What is packed is on the bench again.</source>
        <translation>{tubes} : retrait de la liste. Ce qui est emballé revient sur la paillasse.</translation>
    </message>
    <message>
        <source>Removed from the shipment: {tubes}.</source>
        <translation>Retiré de l’envoi : {tubes}.</translation>
    </message>
    <message>
        <source>{tubes}: sent although something speaks against it.</source>
        <translation>{tubes} : envoi malgré une réserve.</translation>
    </message>
    <message>
        <source>Overruled, sent all the same: {tubes}.</source>
        <translation>Passé outre, envoyé quand même : {tubes}.</translation>
    </message>
    <message>
        <source>{new} takes the place of {old}.</source>
        <translation>{new} prend la place de {old}.</translation>
    </message>
</context>
<context>
    <name>DemonstrationDialog</name>
    <message>
        <source>Demonstration bank</source>
        <translation>Banque de démonstration</translation>
    </message>
    <message>
        <source>A whole clinical trial&apos;s bank: freezers, tanks, boxes and tubes with their history. The people in it are invented.</source>
        <translation>La banque d’un essai clinique entier : congélateurs, cuves, boîtes et tubes avec leur historique. Les personnes sont inventées.</translation>
    </message>
    <message>
        <source>{count} tubes</source>
        <translation>{count} tubes</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Make bank</source>
        <translation>Créer la banque</translation>
    </message>
    <message>
        <source>This file is there already and is never written over.</source>
        <translation>Ce fichier existe déjà et n’est jamais remplacé.</translation>
    </message>
    <message>
        <source>Making the bank; this takes less than a minute…</source>
        <translation>Création de la banque ; cela prend moins d’une minute…</translation>
    </message>
    <message>
        <source>The bank could not be made.</source>
        <translation>La banque n’a pas pu être créée.</translation>
    </message>
    <message>
        <source>File of the demonstration</source>
        <translation>Fichier de la démonstration</translation>
    </message>
    <message>
        <source>Banks (*.freezer)</source>
        <translation>Banques (*.freezer)</translation>
    </message>
</context>
<context>
    <name>DesignerDialog</name>
    <message>
        <source>Label designer</source>
        <translation>Éditeur d’étiquettes</translation>
    </message>
    <message>
        <source>&amp;Longest</source>
        <translation>Le plus &amp;long</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Save as another</source>
        <translation>Enregistrer sous un autre nom</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Data of the one before</source>
        <translation>Données du précédent</translation>
    </message>
    <message>
        <source>Data of the next one</source>
        <translation>Données du suivant</translation>
    </message>
    <message>
        <source>Data of the one with the longest contents</source>
        <translation>Données de celui qui a le contenu le plus long</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Éléments</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Data of {thing}</source>
        <translation>Données de {thing}</translation>
    </message>
    <message>
        <source>The bank has none yet: fields show their names</source>
        <translation>La banque n’en a pas encore : les champs montrent leur nom</translation>
    </message>
    <message>
        <source>Picture for the label</source>
        <translation>Image pour l’étiquette</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Images PNG (*.png)</translation>
    </message>
    <message>
        <source>{file} is no PNG picture.</source>
        <translation>{file} n’est pas une image PNG.</translation>
    </message>
    <message>
        <source>{label} is saved, and offered where labels are printed.</source>
        <translation>{label} : modèle enregistré et proposé à l’impression des étiquettes.</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Forget the changes</source>
        <translation>Abandonner les modifications</translation>
    </message>
    <message>
        <source>This label is not saved.</source>
        <translation>Cette étiquette n’est pas enregistrée.</translation>
    </message>
</context>
<context>
    <name>DesignerHead</name>
    <message>
        <source>{dpi} dpi</source>
        <translation>{dpi} ppp</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Templa&amp;te</source>
        <translation>Mo&amp;dèle</translation>
    </message>
    <message>
        <source>&amp;Stock</source>
        <translation>&amp;Support</translation>
    </message>
    <message>
        <source>P&amp;rinter</source>
        <translation>&amp;Imprimante</translation>
    </message>
    <message>
        <source>New label for {stock}</source>
        <translation>Nouvelle étiquette pour {stock}</translation>
    </message>
    <message>
        <source>{label}, own</source>
        <translation>{label}, personnel</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Nouvelle étiquette</translation>
    </message>
    <message>
        <source>Copy of {label}</source>
        <translation>Copie de {label}</translation>
    </message>
</context>
<context>
    <name>DesignerTools</name>
    <message>
        <source>Add a text</source>
        <translation>Ajouter un texte</translation>
    </message>
    <message>
        <source>Add a code</source>
        <translation>Ajouter un code</translation>
    </message>
    <message>
        <source>+ Text</source>
        <translation>+ Texte</translation>
    </message>
    <message>
        <source>+ Code</source>
        <translation>+ Code</translation>
    </message>
    <message>
        <source>Add a line, a frame or a picture</source>
        <translation>Ajouter un trait, un cadre ou une image</translation>
    </message>
    <message>
        <source>+ More</source>
        <translation>+ Autre</translation>
    </message>
    <message>
        <source>&amp;Words of your own</source>
        <translation>Texte &amp;libre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>&amp;Trait</translation>
    </message>
    <message>
        <source>&amp;Frame</source>
        <translation>&amp;Cadre</translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation>&amp;Image…</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation>Annuler {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>Rétablir {what}</translation>
    </message>
    <message>
        <source>{name} works here now.</source>
        <translation>{name} travaille ici maintenant.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>C’est annulé.</translation>
    </message>
    <message>
        <source>Do it with a reason…</source>
        <translation>Le faire avec un motif…</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>Refait : {what}.</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>Annulé : {what}.</translation>
    </message>
    <message>
        <source>{thing} was changed since by {operator} ({what}, {when}). Nothing was done; see how it is now.</source>
        <translation>{thing} a été changé entre-temps par {operator} ({what}, {when}). Rien n’a été fait ; voyez l’état actuel.</translation>
    </message>
    <message>
        <source>By hand:</source>
        <translation>À la main :</translation>
    </message>
    <message>
        <source>move {things} from {source} to {target}.</source>
        <translation>déplacer {things} de {source} à {target}.</translation>
    </message>
    <message>
        <source>take out {things}: {source}.</source>
        <translation>sortir {things} : {source}.</translation>
    </message>
    <message>
        <source>take away {things}: {source}.</source>
        <translation>enlever {things} : {source}.</translation>
    </message>
    <message>
        <source>put back {things}: {target}.</source>
        <translation>remettre {things} : {target}.</translation>
    </message>
    <message>
        <source>look whether {things} are there: {target}.</source>
        <translation>vérifier la présence de {things} : {target}.</translation>
    </message>
    <message>
        <source>set {things} aside.</source>
        <translation>mettre {things} de côté.</translation>
    </message>
    <message>
        <source>the bench</source>
        <translation>la paillasse</translation>
    </message>
</context>
<context>
    <name>Dress</name>
    <message>
        <source>Material</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Thaws</source>
        <translation>Décongélations</translation>
    </message>
    <message>
        <source>End of the code</source>
        <translation>Fin du code</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Never thawed</source>
        <translation>Jamais décongelé</translation>
    </message>
    <message>
        <source>Thawed, no limit known</source>
        <translation>Décongelé, sans limite connue</translation>
    </message>
    <message>
        <source>Below the limit</source>
        <translation>Sous la limite</translation>
    </message>
    <message>
        <source>At the limit</source>
        <translation>À la limite</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>Au-delà de la limite</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Nothing left</source>
        <translation>Plus rien</translation>
    </message>
    <message>
        <source>{amount} or more</source>
        <translation>{amount} ou plus</translation>
    </message>
    <message>
        <source>Below {amount}</source>
        <translation>Moins de {amount}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
</context>
<context>
    <name>Element</name>
    <message>
        <source>Text {content}</source>
        <translation>Texte {content}</translation>
    </message>
    <message>
        <source>Code {content}</source>
        <translation>Code {content}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Trait</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Cadre</translation>
    </message>
    <message>
        <source>Picture {content}</source>
        <translation>Image {content}</translation>
    </message>
</context>
<context>
    <name>ElementForm</name>
    <message>
        <source>&amp;Insert field</source>
        <translation>Insérer un cham&amp;p</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Semibold</source>
        <translation>Demi-grasse</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Grasse</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>À gauche</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centré</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>À droite</translation>
    </message>
    <message>
        <source>Make it smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Cut it, with a mark</source>
        <translation>Couper, avec une marque</translation>
    </message>
    <message>
        <source>{degrees}°</source>
        <translation>{degrees}°</translation>
    </message>
    <message>
        <source>On the side</source>
        <translation>Sur le côté</translation>
    </message>
    <message>
        <source>On the cap</source>
        <translation>Sur le bouchon</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>Only with</source>
        <translation>Seulement avec</translation>
    </message>
    <message>
        <source>Only without</source>
        <translation>Seulement sans</translation>
    </message>
    <message>
        <source>Take off the la&amp;bel</source>
        <translation>Retirer de l’éti&amp;quette</translation>
    </message>
    <message>
        <source>Corner ra&amp;dius</source>
        <translation>Rayon des c&amp;oins</translation>
    </message>
    <message>
        <source>from the left</source>
        <translation>du bord gauche</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>du haut</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>S&amp;ymbology</source>
        <translation>S&amp;ymbologie</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Emplacement</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>&amp;Fin</translation>
    </message>
    <message>
        <source>S&amp;quares</source>
        <translation>&amp;Module</translation>
    </message>
    <message>
        <source>&amp;Font size</source>
        <translation>&amp;Corps</translation>
    </message>
    <message>
        <source>&amp;Weight</source>
        <translation>&amp;Graisse</translation>
    </message>
    <message>
        <source>&amp;Alignment</source>
        <translation>&amp;Alignement</translation>
    </message>
    <message>
        <source>If too lon&amp;g</source>
        <translation>Dé&amp;bordement</translation>
    </message>
    <message>
        <source>S&amp;mallest</source>
        <translation>Corps mi&amp;nimal</translation>
    </message>
    <message>
        <source>Thic&amp;kness</source>
        <translation>Épaisse&amp;ur</translation>
    </message>
    <message>
        <source>R&amp;otation</source>
        <translation>&amp;Rotation</translation>
    </message>
    <message>
        <source>Pie&amp;ce</source>
        <translation>&amp;Zone</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>Affic&amp;hé</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>de large</translation>
    </message>
    <message>
        <source>high</source>
        <translation>de haut</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>Insérer un champ</translation>
    </message>
    <message>
        <source>Field of the rule</source>
        <translation>Champ de la règle</translation>
    </message>
    <message>
        <source>Width of a square or of the thinnest bar, in whole dots of the printer</source>
        <translation>Largeur d’un carré ou de la barre la plus fine, en points entiers de l’imprimante</translation>
    </message>
    <message>
        <source>Not drawn</source>
        <translation>Non dessiné</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dot(s): {width} mm</source>
        <translation>
            <numerusform>%Ln point : {width} mm</numerusform>
            <numerusform>%Ln points : {width} mm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ElementList</name>
    <message>
        <source>Elements of the label</source>
        <translation>Éléments de l’étiquette</translation>
    </message>
    <message>
        <source>The label</source>
        <translation>L’étiquette</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>it has no positions, or too many</source>
        <translation>elle n’a pas de position, ou trop</translation>
    </message>
    <message>
        <source>an absent position is not in it</source>
        <translation>une position absente n’en fait pas partie</translation>
    </message>
    <message>
        <source>the labels do not reach that far</source>
        <translation>les étiquettes ne vont pas jusque-là</translation>
    </message>
    <message>
        <source>a label would mean two positions</source>
        <translation>une étiquette désignerait deux positions</translation>
    </message>
    <message>
        <source>there is no number in it</source>
        <translation>il n’y a pas de nombre</translation>
    </message>
    <message>
        <source>the unit is not known</source>
        <translation>l’unité n’est pas connue</translation>
    </message>
    <message>
        <source>it is below zero</source>
        <translation>c’est au-dessous de zéro</translation>
    </message>
    <message>
        <source>it is finer than can be kept</source>
        <translation>c’est plus fin que ce qui peut être gardé</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>c’est trop grand</translation>
    </message>
    <message>
        <source>the comma may mark thousands</source>
        <translation>la virgule peut marquer les milliers</translation>
    </message>
    <message>
        <source>there is no way back from it</source>
        <translation>on ne peut pas revenir en arrière</translation>
    </message>
    <message>
        <source>it was taken back already</source>
        <translation>c’est déjà annulé</translation>
    </message>
    <message>
        <source>something else still uses it</source>
        <translation>autre chose l’utilise encore</translation>
    </message>
    <message>
        <source>stands there</source>
        <translation>s’y trouve</translation>
    </message>
    <message>
        <source>has its place there</source>
        <translation>y a sa place</translation>
    </message>
    <message>
        <source>is reserved</source>
        <translation>est réservé</translation>
    </message>
    <message>
        <source>is blocked</source>
        <translation>est condamné</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>an amount such as 0.2 mL</source>
        <translation>une quantité, par exemple 0,2 mL</translation>
    </message>
    <message>
        <source>a date such as 2019-03-14, 2019-03 or 2019</source>
        <translation>une date : 2019-03-14, 2019-03 ou 2019</translation>
    </message>
    <message>
        <source>a box, a unit or a path</source>
        <translation>une boîte, une unité ou un chemin</translation>
    </message>
    <message>
        <source>a status such as stored or shipped</source>
        <translation>un statut : stocké, expédié…</translation>
    </message>
    <message>
        <source>yes, no or a kind of hold</source>
        <translation>oui, non ou une sorte de blocage</translation>
    </message>
    <message>
        <source>position, parent, hold, volume or visit</source>
        <translation>position, parent, blocage, volume ou visite</translation>
    </message>
    <message>
        <source>tube or source</source>
        <translation>tube ou source</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
    <message>
        <source>a tube</source>
        <translation>un tube</translation>
    </message>
    <message>
        <source>a container</source>
        <translation>un contenant</translation>
    </message>
    <message>
        <source>an operator</source>
        <translation>un opérateur</translation>
    </message>
    <message>
        <source>you have no right to</source>
        <translation>vous n’en avez pas le droit</translation>
    </message>
    <message>
        <source>there is no bank in it</source>
        <translation>il ne contient pas de banque</translation>
    </message>
    <message>
        <source>overruling</source>
        <translation>passer outre</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>il manque quelque chose</translation>
    </message>
    <message>
        <source>a setting is not known</source>
        <translation>un réglage n’est pas connu</translation>
    </message>
    <message>
        <source>a value is not possible</source>
        <translation>une valeur n’est pas possible</translation>
    </message>
    <message>
        <source>something is there twice</source>
        <translation>quelque chose s’y trouve deux fois</translation>
    </message>
    <message>
        <source>a type is not known</source>
        <translation>un type n’est pas connu</translation>
    </message>
    <message>
        <source>the grid is not possible</source>
        <translation>la grille n’est pas possible</translation>
    </message>
    <message>
        <source>one does not take the other</source>
        <translation>l’un n’accepte pas l’autre</translation>
    </message>
    <message>
        <source>a position does not exist</source>
        <translation>une position n’existe pas</translation>
    </message>
    <message>
        <source>the pattern of names is not possible</source>
        <translation>le modèle de noms n’est pas possible</translation>
    </message>
    <message>
        <source>the number of boxes is not as said</source>
        <translation>le nombre de boîtes n’est pas celui annoncé</translation>
    </message>
    <message>
        <source>it holds too many</source>
        <translation>il en contient trop</translation>
    </message>
    <message>
        <source>it is not readable as TOML</source>
        <translation>ce n’est pas du TOML lisible</translation>
    </message>
    <message>
        <source>its name should be of small letters, digits and hyphens</source>
        <translation>son nom ne doit avoir que des minuscules, chiffres et traits d’union</translation>
    </message>
    <message>
        <source>the labels go over the edge of the page</source>
        <translation>les étiquettes dépassent le bord de la page</translation>
    </message>
    <message>
        <source>one lies over the other</source>
        <translation>l’un recouvre l’autre</translation>
    </message>
    <message>
        <source>it goes over the edge of the label</source>
        <translation>cela dépasse le bord de l’étiquette</translation>
    </message>
    <message>
        <source>a field is not known</source>
        <translation>un champ est inconnu</translation>
    </message>
    <message>
        <source>a bracket is not closed or not opened</source>
        <translation>un crochet n’est pas fermé ou pas ouvert</translation>
    </message>
    <message>
        <source>the readable text of a code is missing</source>
        <translation>le texte lisible d’un code manque</translation>
    </message>
    <message>
        <source>bars on a tube must lie across it: rotate them by 90</source>
        <translation>les barres sur un tube doivent être en travers : tournez-les de 90</translation>
    </message>
    <message>
        <source>there is no such picture beside the file</source>
        <translation>il n’y a pas cette image à côté du fichier</translation>
    </message>
    <message>
        <source>a cap label needs a label on the side as well</source>
        <translation>une étiquette de bouchon en veut une aussi sur le côté</translation>
    </message>
    <message>
        <source>there is no code</source>
        <translation>il n’y a pas de code</translation>
    </message>
    <message>
        <source>the code can&apos;t be printed in this symbology</source>
        <translation>le code ne peut pas être imprimé dans cette symbologie</translation>
    </message>
    <message>
        <source>the code has no room</source>
        <translation>le code n’a pas de place</translation>
    </message>
    <message>
        <source>the squares or bars of the code would be under 0.17 mm</source>
        <translation>les carrés ou barres du code feraient moins de 0,17 mm</translation>
    </message>
    <message>
        <source>the squares or bars of the code are under 0.25 mm</source>
        <translation>les carrés ou barres du code font moins de 0,25 mm</translation>
    </message>
    <message>
        <source>the readable text of the code is too small to read</source>
        <translation>le texte lisible du code est trop petit pour être lu</translation>
    </message>
    <message>
        <source>the white around the code is not free</source>
        <translation>le blanc autour du code n’est pas libre</translation>
    </message>
    <message>
        <source>a text is cut</source>
        <translation>un texte est coupé</translation>
    </message>
    <message>
        <source>the font has no such characters</source>
        <translation>la police n’a pas ces caractères</translation>
    </message>
    <message>
        <source>something lies outside the printable part</source>
        <translation>quelque chose est hors de la partie imprimable</translation>
    </message>
    <message>
        <source>the label does not fit into the printable part of the stock</source>
        <translation>l’étiquette ne tient pas dans la partie imprimable du support</translation>
    </message>
    <message>
        <source>this computer has no print system</source>
        <translation>cet ordinateur n’a pas de système d’impression</translation>
    </message>
    <message>
        <source>nobody states that these labels bear such cold</source>
        <translation>personne n’affirme que ces étiquettes supportent ce froid</translation>
    </message>
    <message>
        <source>it has no labels left</source>
        <translation>elle n’a plus d’étiquettes</translation>
    </message>
    <message>
        <source>its head is open</source>
        <translation>sa tête est ouverte</translation>
    </message>
    <message>
        <source>its ribbon is at an end</source>
        <translation>son ruban est épuisé</translation>
    </message>
    <message>
        <source>it is paused</source>
        <translation>elle est en pause</translation>
    </message>
    <message>
        <source>it is too hot</source>
        <translation>elle est trop chaude</translation>
    </message>
    <message>
        <source>its memory was lost</source>
        <translation>sa mémoire a été perdue</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>elle n’a pas répondu à temps</translation>
    </message>
    <message>
        <source>another key is in it, or none</source>
        <translation>il contient une autre clé, ou aucune</translation>
    </message>
    <message>
        <source>what is said of sender, recipient and bank</source>
        <translation>ce qui est dit de l’expéditeur, du destinataire et de la banque</translation>
    </message>
    <message>
        <source>what is said of the transport</source>
        <translation>ce qui est dit du transport</translation>
    </message>
    <message>
        <source>what is said of the packages</source>
        <translation>ce qui est dit des colis</translation>
    </message>
    <message>
        <source>what is said of the boxes</source>
        <translation>ce qui est dit des boîtes</translation>
    </message>
    <message>
        <source>what is said for customs</source>
        <translation>ce qui est dit pour la douane</translation>
    </message>
    <message>
        <source>what is said of the bank&apos;s history</source>
        <translation>ce qui est dit de l’historique de la banque</translation>
    </message>
    <message>
        <source>what is said of the whole</source>
        <translation>ce qui est dit de l’ensemble</translation>
    </message>
    <message>
        <source>the list of tubes</source>
        <translation>la liste des tubes</translation>
    </message>
    <message>
        <source>a tube is in it twice</source>
        <translation>un tube y figure deux fois</translation>
    </message>
    <message>
        <source>two tubes are in one place</source>
        <translation>deux tubes sont à la même place</translation>
    </message>
    <message>
        <source>a box is in it twice</source>
        <translation>une boîte y figure deux fois</translation>
    </message>
    <message>
        <source>a tube is in a box that is not in it</source>
        <translation>un tube est dans une boîte qui n’y figure pas</translation>
    </message>
    <message>
        <source>a tube is outside the grid of its box</source>
        <translation>un tube est hors de la grille de sa boîte</translation>
    </message>
    <message>
        <source>a box is in a package that is not in it</source>
        <translation>une boîte est dans un colis qui n’y figure pas</translation>
    </message>
    <message>
        <source>a line is not numbered in order</source>
        <translation>une ligne n’est pas numérotée dans l’ordre</translation>
    </message>
    <message>
        <source>a tube tells more than the parcel may</source>
        <translation>un tube en dit plus que l’envoi ne le permet</translation>
    </message>
</context>
<context>
    <name>FactsTable</name>
    <message>
        <source>{label}: {value}</source>
        <translation>{label} : {value}</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>A fault in FreezerApp</source>
        <translation>Une erreur dans FreezerApp</translation>
    </message>
    <message>
        <source>Something in the program went wrong. What was confirmed before is kept; the last gesture may not have been done. You can go on, or close and start again.</source>
        <translation>Une erreur s’est produite dans le programme. Ce qui a été confirmé est gardé ; le dernier geste n’a peut-être pas été fait. Vous pouvez continuer, ou fermer et recommencer.</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>Journal : {path}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>FillByScan</name>
    <message>
        <source>Fill the box by scanning</source>
        <translation>Remplir la boîte en scannant</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Prochaine</translation>
    </message>
    <message>
        <source>Next position</source>
        <translation>Prochaine position</translation>
    </message>
    <message>
        <source>Undo last scan</source>
        <translation>Annuler le dernier scan</translation>
    </message>
    <message>
        <source>Skip this position</source>
        <translation>Sauter cette position</translation>
    </message>
    <message>
        <source>Facts of the batch…</source>
        <translation>Données du lot…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Scan a tube.</source>
        <translation>Scannez un tube.</translation>
    </message>
    <message>
        <source>{tube} is here: {position}.</source>
        <translation>{tube} est ici : {position}.</translation>
    </message>
    <message>
        <source>{tube} was just placed: {position}.</source>
        <translation>{tube} vient d’être placé : {position}.</translation>
    </message>
    <message>
        <source>{tube} stands in {place}. Move it to {position}?</source>
        <translation>{tube} se trouve en {place}. Le déplacer en {position} ?</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Déplacer ici</translation>
    </message>
    <message>
        <source>{code} is not registered.</source>
        <translation>{code} n’est pas enregistré.</translation>
    </message>
    <message>
        <source>Nothing is free from here on.</source>
        <translation>Plus rien n’est libre à partir d’ici.</translation>
    </message>
    <message>
        <source>Before it {count} are free.</source>
        <translation>Avant, positions libres : {count}.</translation>
    </message>
    <message>
        <source>{tube} is {status} and takes no place.</source>
        <translation>{tube} est {status} et ne prend pas de place.</translation>
    </message>
    <message>
        <source>Taken back: {tube}. Take it out of {position} again.</source>
        <translation>Annulé : {tube}. Ressortez-le de {position}.</translation>
    </message>
    <message>
        <source>{tube} → {position}</source>
        <translation>{tube} → {position}</translation>
    </message>
    <message>
        <source>Placed in {position}.</source>
        <translation>Placé en {position}.</translation>
    </message>
    <message>
        <source>Registered and placed in {position}.</source>
        <translation>Enregistré et placé en {position}.</translation>
    </message>
    <message>
        <source>Not placed.</source>
        <translation>Pas placé.</translation>
    </message>
    <message>
        <source>Nothing is free</source>
        <translation>Rien n’est libre</translation>
    </message>
    <message numerus="yes">
        <source>Place %Ln without scanning</source>
        <translation>
            <numerusform>Placer %Ln tube sans scanner</numerusform>
            <numerusform>Placer %Ln tubes sans scanner</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>It needs a name.</source>
        <translation>Il lui faut un nom.</translation>
    </message>
    <message>
        <source>It needs a text.</source>
        <translation>Il lui faut un texte.</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>What is wrong</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>{element}: {finding}</source>
        <translation>{element} : {finding}</translation>
    </message>
    <message>
        <source>Refused. {finding}</source>
        <translation>Refusé. {finding}</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Aucun problème.</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Barcode</source>
        <translation>Code-barres</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>{status}, on hold</source>
        <translation>{status}, bloqué</translation>
    </message>
</context>
<context>
    <name>FoundPane</name>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Montrer sur le plan</translation>
    </message>
    <message>
        <source>Pick…</source>
        <translation>Prélever…</translation>
    </message>
    <message>
        <source>Put all these tubes on a pick list, a new one or an open one</source>
        <translation>Mettre tous ces tubes dans une liste de prélèvement, nouvelle ou ouverte</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>Étiquettes…</translation>
    </message>
    <message>
        <source>Print labels of all these tubes</source>
        <translation>Imprimer les étiquettes de tous ces tubes</translation>
    </message>
    <message>
        <source>No tube matches.</source>
        <translation>Aucun tube ne correspond.</translation>
    </message>
    <message>
        <source>Tubes</source>
        <translation>Tubes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Begun by</source>
        <translation>Commencé par</translation>
    </message>
    <message>
        <source>Packed by</source>
        <translation>Emballé par</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>Remis par</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Reçu par</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Confirmé par</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand over {number}</source>
        <translation>Remettre {number}</translation>
    </message>
    <message>
        <source>The tubes leave their positions. No undo brings them back, and earlier steps can&apos;t be undone any more; a mistake is put right by a recorded correction.</source>
        <translation>Les tubes quittent leurs positions. Aucune annulation ne les ramène, et les étapes précédentes ne peuvent plus être annulées ; une erreur se rectifie par une correction enregistrée.</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Pas encore choisi</translation>
    </message>
    <message>
        <source>Scan the badge of the second person</source>
        <translation>Scanner le badge de la seconde personne</translation>
    </message>
    <message>
        <source>&amp;Badge</source>
        <translation>&amp;Badge</translation>
    </message>
    <message>
        <source>or &amp;choose</source>
        <translation>ou &amp;choisir</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>{name} confirms.</source>
        <translation>{name} confirme.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln boîte</numerusform>
            <numerusform>%Ln boîtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln package(s)</source>
        <translation>
            <numerusform>%Ln colis</numerusform>
            <numerusform>%Ln colis</numerusform>
        </translation>
    </message>
    <message>
        <source>{mass} gross</source>
        <translation>{mass} brut</translation>
    </message>
    <message>
        <source>{mass} of dry ice</source>
        <translation>{mass} de neige carbonique</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>Ce qui part</translation>
    </message>
    <message>
        <source>Masses</source>
        <translation>Masses</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Transporteur</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>Remis par</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>Reopen packing…</source>
        <translation>Rouvrir l’emballage…</translation>
    </message>
    <message>
        <source>Cancel shipment…</source>
        <translation>Annuler l’envoi…</translation>
    </message>
    <message>
        <source>Correct this step…</source>
        <translation>Corriger cette étape…</translation>
    </message>
    <message>
        <source>{number} is packed: the list and the boxes stand.</source>
        <translation>{number} est emballé : la liste et les boîtes sont arrêtées.</translation>
    </message>
    <message>
        <source>The list and the boxes can be changed again.</source>
        <translation>La liste et les boîtes peuvent de nouveau être modifiées.</translation>
    </message>
    <message>
        <source>{number} is being packed again.</source>
        <translation>{number} est de nouveau en cours d’emballage.</translation>
    </message>
    <message>
        <source>The shipment is given up. Packed tubes are on the bench again.</source>
        <translation>L’envoi est abandonné. Les tubes emballés reviennent sur la paillasse.</translation>
    </message>
    <message>
        <source>{number} is cancelled; its tubes are free again.</source>
        <translation>{number} est annulé ; ses tubes sont de nouveau libres.</translation>
    </message>
    <message>
        <source>{number} is {step}, and was not: it is {back} again. Both stand in the history.</source>
        <translation>{number} est {step} et ne l’était pas : il redevient {back}. Les deux restent dans l’historique.</translation>
    </message>
    <message>
        <source>Boxes and tubes are in the house again, packed as they were.</source>
        <translation>Boîtes et tubes sont de nouveau dans la maison, emballés comme ils l’étaient.</translation>
    </message>
    <message>
        <source>Corrected: {number} is {step} again.</source>
        <translation>Corrigé : {number} est de nouveau {step}.</translation>
    </message>
    <message>
        <source>{number} is handed over; its tubes have left.</source>
        <translation>{number} est remis ; ses tubes sont partis.</translation>
    </message>
    <message>
        <source>{code} is nobody&apos;s badge.</source>
        <translation>{code} n’est le badge de personne.</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>Took out {what}; its place is kept.</source>
        <translation>{what} : sorti, place gardée.</translation>
    </message>
    <message>
        <source>Took out {what}; their places are kept.</source>
        <translation>{what} : sortis, places gardées.</translation>
    </message>
    <message>
        <source>Put back {what}.</source>
        <translation>Remis en place : {what}.</translation>
    </message>
    <message>
        <source>Put back {what}: {place}.</source>
        <translation>Remis en place : {what}, {place}.</translation>
    </message>
    <message>
        <source>Moved {what} to {place}.</source>
        <translation>Déplacé : {what}, en {place}.</translation>
    </message>
    <message>
        <source>Placed {what}: {place}.</source>
        <translation>Placé : {what}, en {place}.</translation>
    </message>
    <message>
        <source>Moved {what} to {box}</source>
        <translation>Déplacé : {what} vers {box}</translation>
    </message>
    <message>
        <source>Placed {what} in {box}</source>
        <translation>Placé : {what} dans {box}</translation>
    </message>
    <message>
        <source>Registered {what}.</source>
        <translation>Enregistré : {what}.</translation>
    </message>
    <message>
        <source>Registered {what}: {place}.</source>
        <translation>Enregistré : {what}, {place}.</translation>
    </message>
    <message>
        <source>Take out {what}</source>
        <translation>Sortir {what}</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sortir</translation>
    </message>
    <message>
        <source>Put back {what}</source>
        <translation>Remettre en place {what}</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Move {what}: to {place}</source>
        <translation>Déplacer {what} : vers {place}</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Moved {what}: to {place}.</source>
        <translation>Déplacé : {what}, vers {place}.</translation>
    </message>
    <message>
        <source>{what}: {tubes}.</source>
        <translation>{what} : {tubes}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln boîte</numerusform>
            <numerusform>%Ln boîtes</numerusform>
        </translation>
    </message>
    <message>
        <source>{position} in {box}</source>
        <translation>{position} dans {box}</translation>
    </message>
    <message>
        <source>Moved {what} within {box}</source>
        <translation>Déplacé : {what} dans {box}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Registered in {place}</source>
        <translation>Enregistré en {place}</translation>
    </message>
    <message>
        <source>Imported into {place}</source>
        <translation>Importé en {place}</translation>
    </message>
    <message>
        <source>Placed in {place}</source>
        <translation>Placé en {place}</translation>
    </message>
    <message>
        <source>Moved to {place}</source>
        <translation>Déplacé en {place}</translation>
    </message>
    <message>
        <source>Put back in {place}</source>
        <translation>Remis en {place}</translation>
    </message>
    <message>
        <source>Found again in {place}</source>
        <translation>Retrouvé en {place}</translation>
    </message>
    <message>
        <source>Returned to {place}</source>
        <translation>Rendu en {place}</translation>
    </message>
    <message>
        <source>Container moved to {place}</source>
        <translation>Contenant déplacé en {place}</translation>
    </message>
    <message>
        <source>Container put back in {place}</source>
        <translation>Contenant remis en {place}</translation>
    </message>
    <message>
        <source>Undone, now in {place}</source>
        <translation>Annulé, maintenant en {place}</translation>
    </message>
    <message>
        <source>Done again, now in {place}</source>
        <translation>Refait, maintenant en {place}</translation>
    </message>
    <message>
        <source>Taken out of {place}</source>
        <translation>Sorti de {place}</translation>
    </message>
    <message>
        <source>Container taken out of {place}</source>
        <translation>Contenant sorti de {place}</translation>
    </message>
    <message>
        <source>Not found in {place}</source>
        <translation>Introuvable en {place}</translation>
    </message>
    <message>
        <source>Retrieved from {place}</source>
        <translation>Prélevé en {place}</translation>
    </message>
    <message>
        <source>Marked used up, was in {place}</source>
        <translation>Marqué épuisé, était en {place}</translation>
    </message>
    <message>
        <source>Marked destroyed, was in {place}</source>
        <translation>Marqué détruit, était en {place}</translation>
    </message>
    <message>
        <source>Sent away from {place}</source>
        <translation>Envoyé depuis {place}</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Gestures</source>
        <translation>Gestes</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Annuler…</translation>
    </message>
    <message>
        <source>Take back: {what}, {when}?</source>
        <translation>Annuler : {what}, {when} ?</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>This can&apos;t be taken back, or was already.</source>
        <translation>Ceci ne peut pas être annulé, ou l’est déjà.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <source>head of the chain {head}</source>
        <translation>tête de chaîne {head}</translation>
    </message>
</context>
<context>
    <name>Hold</name>
    <message>
        <source>consent</source>
        <translation>consentement</translation>
    </message>
    <message>
        <source>quarantine</source>
        <translation>quarantaine</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>identité</translation>
    </message>
    <message>
        <source>excursion</source>
        <translation>excursion</translation>
    </message>
    <message>
        <source>request</source>
        <translation>demande</translation>
    </message>
</context>
<context>
    <name>InlineBar</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>InspectorPane</name>
    <message>
        <source>Choose a tube to see what it is, where it came from and who touched it.</source>
        <translation>Choisissez un tube pour voir ce qu’il est, d’où il vient et qui l’a manipulé.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Filiation</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>No barcode</source>
        <translation>Sans code-barres</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>Se trouve dans</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln earlier event(s)</source>
        <translation>
            <numerusform>Afficher %Ln événement antérieur</numerusform>
            <numerusform>Afficher %Ln événements antérieurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Pick up the chosen tubes; arrows aim, F changes how, Enter sets down</source>
        <translation>Prendre les tubes choisis ; les flèches visent, F change la façon, Entrée pose</translation>
    </message>
    <message>
        <source>With tubes in the hand: on to the second box</source>
        <translation>Avec des tubes en main : passer à la deuxième boîte</translation>
    </message>
    <message>
        <source>What is known of the tube one is on</source>
        <translation>Ce que l’on sait du tube où l’on se trouve</translation>
    </message>
    <message>
        <source>In the tree: show a box beside the one in the centre</source>
        <translation>Dans l’arborescence : montrer une boîte à côté de celle du centre</translation>
    </message>
    <message>
        <source>Move from tube to tube in a box, or from line to line</source>
        <translation>Aller de tube en tube dans une boîte, ou de ligne en ligne</translation>
    </message>
    <message>
        <source>Open what is chosen; in the search field: a whole code, or the list</source>
        <translation>Ouvrir ce qui est choisi ; dans la recherche : un code entier, ou la liste</translation>
    </message>
    <message>
        <source>From the search field into the results</source>
        <translation>Du champ de recherche aux résultats</translation>
    </message>
    <message>
        <source>Close the results; once more: empty the search field</source>
        <translation>Fermer les résultats ; encore une fois : vider le champ</translation>
    </message>
    <message>
        <source>Take the proposed field or value; elsewhere: to the next part of the window</source>
        <translation>Prendre le champ ou la valeur proposés ; ailleurs : partie suivante de la fenêtre</translation>
    </message>
</context>
<context>
    <name>Known</name>
    <message>
        <source>scanned</source>
        <translation>scanné</translation>
    </message>
    <message>
        <source>rack scan</source>
        <translation>scan de rack</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>saisi</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>déclaré</translation>
    </message>
</context>
<context>
    <name>LabelCanvas</name>
    <message>
        <source>Label, large</source>
        <translation>Étiquette agrandie</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Rien n’est sélectionné</translation>
    </message>
    <message>
        <source>{element}: {x} mm from the left, {y} from the top, {width} wide, {height} high</source>
        <translation>{element} : à {x} mm du bord gauche, {y} du haut, {width} de large, {height} de haut</translation>
    </message>
</context>
<context>
    <name>LabelDesk</name>
    <message>
        <source>{old} carries {new} now. Print its label with Ctrl+P; the old code still finds it.</source>
        <translation>{old} porte maintenant {new}. Imprimez son étiquette avec Ctrl+P ; l’ancien code le retrouve toujours.</translation>
    </message>
    <message>
        <source>Card of scanner commands</source>
        <translation>Carte des commandes du lecteur</translation>
    </message>
    <message>
        <source>Test card of scanners</source>
        <translation>Carte d’essai des lecteurs</translation>
    </message>
    <message numerus="yes">
        <source>%Ln package(s) of {number}</source>
        <translation>
            <numerusform>%Ln colis de {number}</numerusform>
            <numerusform>%Ln colis de {number}</numerusform>
        </translation>
    </message>
    <message>
        <source>Over-labels for {what} of {number}</source>
        <translation>Surétiquettes de {what} de {number}</translation>
    </message>
    <message>
        <source>The stock {stock} is saved, and offered with every template that fits on it.</source>
        <translation>Le support {stock} est enregistré et proposé avec chaque modèle qui y tient.</translation>
    </message>
    <message>
        <source>Design a label for it</source>
        <translation>Créer une étiquette pour lui</translation>
    </message>
    <message>
        <source>{what}, chosen</source>
        <translation>Choix : {what}</translation>
    </message>
    <message>
        <source>{container} itself</source>
        <translation>{container} même</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rack(s) in {container}</source>
        <translation>
            <numerusform>%Ln rack dans {container}</numerusform>
            <numerusform>%Ln racks dans {container}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cane(s) in {container}</source>
        <translation>
            <numerusform>%Ln canne dans {container}</numerusform>
            <numerusform>%Ln cannes dans {container}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln freezer(s) or dewar(s) in {container}</source>
        <translation>
            <numerusform>%Ln congélateur ou dewar dans {container}</numerusform>
            <numerusform>%Ln congélateurs et dewars dans {container}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shelf, level or drawer in {container}</source>
        <translation>
            <numerusform>%Ln étagère, niveau ou tiroir dans {container}</numerusform>
            <numerusform>%Ln étagères, niveaux et tiroirs dans {container}</numerusform>
        </translation>
    </message>
    <message>
        <source>Over-label for a parcel</source>
        <translation>Surétiquette pour un colis</translation>
    </message>
    <message>
        <source>All {what} of {box}</source>
        <translation>Tout {box} : {what}</translation>
    </message>
    <message>
        <source>{tubes} of “{list}”</source>
        <translation>{tubes} de « {list} »</translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es) in {container}</source>
        <translation>
            <numerusform>%Ln boîte dans {container}</numerusform>
            <numerusform>%Ln boîtes dans {container}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelField</name>
    <message>
        <source>Barcode</source>
        <translation>Code-barres</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>Participant from the site on</source>
        <translation>Participant à partir du site</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Name of the visit</source>
        <translation>Nom de la visite</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Code of the material</source>
        <translation>Code du matériel</translation>
    </message>
    <message>
        <source>Number of the aliquot</source>
        <translation>Numéro d’aliquote</translation>
    </message>
    <message>
        <source>Collected on, in words</source>
        <translation>Prélevé le, en lettres</translation>
    </message>
    <message>
        <source>Collected on, in figures</source>
        <translation>Prélevé le, en chiffres</translation>
    </message>
    <message>
        <source>Stored on, in words</source>
        <translation>Stocké le, en lettres</translation>
    </message>
    <message>
        <source>Stored on, in figures</source>
        <translation>Stocké le, en chiffres</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Barcode of the parent</source>
        <translation>Code-barres du parent</translation>
    </message>
    <message>
        <source>End of the barcode</source>
        <translation>Fin du code-barres</translation>
    </message>
    <message>
        <source>Kind of tube</source>
        <translation>Type de tube</translation>
    </message>
    <message>
        <source>SPREC code</source>
        <translation>Code SPREC</translation>
    </message>
    <message>
        <source>Number in the list of the parcel</source>
        <translation>Numéro dans la liste du colis</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>Concentration</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Sorte</translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation>Rangées et colonnes</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Address of the recipient</source>
        <translation>Adresse du destinataire</translation>
    </message>
    <message>
        <source>Number of the package</source>
        <translation>Numéro du colis</translation>
    </message>
    <message>
        <source>How many packages</source>
        <translation>Nombre de colis</translation>
    </message>
    <message>
        <source>UN numbers</source>
        <translation>Numéros ONU</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>Se trouve dans</translation>
    </message>
    <message>
        <source>Box and position</source>
        <translation>Boîte et position</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Boîte</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Storage path</source>
        <translation>Chemin de stockage</translation>
    </message>
    <message>
        <source>Name of the bank</source>
        <translation>Nom de la banque</translation>
    </message>
    <message>
        <source>Today, in words</source>
        <translation>Date du jour, en lettres</translation>
    </message>
    <message>
        <source>Today, in figures</source>
        <translation>Date du jour, en chiffres</translation>
    </message>
</context>
<context>
    <name>LabelFileDialog</name>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>ZPL files (*.zpl)</source>
        <translation>Fichiers ZPL (*.zpl)</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>etiquettes</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>The label</source>
        <translation>L’étiquette</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>As large as the stock takes</source>
        <translation>Aussi grande que le support le permet</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>L&amp;abels</source>
        <translation>Po&amp;ur</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>Size, wide</source>
        <translation>Taille, largeur</translation>
    </message>
    <message>
        <source>Size, high</source>
        <translation>Taille, hauteur</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>de large</translation>
    </message>
    <message>
        <source>high</source>
        <translation>de haut</translation>
    </message>
    <message>
        <source>Piece for the &amp;cap</source>
        <translation>Pastille du &amp;bouchon</translation>
    </message>
</context>
<context>
    <name>LabelOf</name>
    <message>
        <source>Tubes, on the side</source>
        <translation>Tubes, sur le côté</translation>
    </message>
    <message>
        <source>Tubes, on the cap</source>
        <translation>Tubes, sur le bouchon</translation>
    </message>
    <message>
        <source>Straws</source>
        <translation>Paillettes</translation>
    </message>
    <message>
        <source>Canes</source>
        <translation>Cannes</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Boîtes</translation>
    </message>
    <message>
        <source>Racks and towers</source>
        <translation>Racks et tours</translation>
    </message>
    <message>
        <source>Drawers, shelves and levels</source>
        <translation>Tiroirs, étagères et niveaux</translation>
    </message>
    <message>
        <source>Freezers and tanks</source>
        <translation>Congélateurs et cuves</translation>
    </message>
    <message>
        <source>Packages of a shipment</source>
        <translation>Colis d’une expédition</translation>
    </message>
    <message>
        <source>Commands to be scanned</source>
        <translation>Commandes à scanner</translation>
    </message>
    <message>
        <source>The scanner card</source>
        <translation>La carte du lecteur</translation>
    </message>
</context>
<context>
    <name>LabelWords</name>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln étiquette</numerusform>
            <numerusform>%Ln étiquettes</numerusform>
        </translation>
    </message>
    <message>
        <source>{labels}, from the roll</source>
        <translation>{labels} en rouleau</translation>
    </message>
    <message numerus="yes">
        <source>{labels} on %Ln sheet(s)</source>
        <translation>
            <numerusform>{labels} sur %Ln feuille</numerusform>
            <numerusform>{labels} sur %Ln feuilles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{named} and %Ln more</source>
        <translation>
            <numerusform>{named} et %Ln autre</numerusform>
            <numerusform>{named} et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, as consent is on hold: {named}.</source>
        <translation>Laissés de côté, car leur consentement est bloqué : {named}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) have a label already: say why they get a further one.</source>
        <translation>
            <numerusform>%Ln tube a déjà une étiquette : dites pourquoi il en reçoit une autre.</numerusform>
            <numerusform>%Ln tubes ont déjà une étiquette : dites pourquoi ils en reçoivent une autre.</numerusform>
        </translation>
    </message>
    <message>
        <source>A cap label is never the only one: say what marks these tubes on their side.</source>
        <translation>Une étiquette de bouchon n’est jamais la seule : dites ce qui marque ces tubes sur le côté.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) carry new codes; the old ones still find them.</source>
        <translation>
            <numerusform>%Ln tube porte un nouveau code ; l’ancien le retrouve toujours.</numerusform>
            <numerusform>%Ln tubes portent de nouveaux codes ; les anciens les retrouvent toujours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln container(s) have no code yet: each gets the one on its label as you print.</source>
        <translation>
            <numerusform>%Ln contenant n’a pas encore de code : il reçoit celui de son étiquette à l’impression.</numerusform>
            <numerusform>%Ln contenants n’ont pas encore de code : chacun reçoit celui de son étiquette à l’impression.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln container(s) have codes now, as their labels show.</source>
        <translation>
            <numerusform>%Ln contenant porte maintenant un code, celui de son étiquette.</numerusform>
            <numerusform>%Ln contenants portent maintenant un code, celui de leur étiquette.</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels saved as {file}: {what}.</source>
        <translation>Étiquettes enregistrées dans {file} : {what}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln label(s) sent to {printer}.</source>
        <translation>
            <numerusform>{count} étiquette sur %Ln envoyée à {printer}.</numerusform>
            <numerusform>{count} étiquettes sur %Ln envoyées à {printer}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels printed on {printer}: {what}.</source>
        <translation>Étiquettes imprimées sur {printer} : {what}.</translation>
    </message>
    <message>
        <source>Labels sent to {printer}: {what}.</source>
        <translation>Étiquettes envoyées à {printer} : {what}.</translation>
    </message>
    <message>
        <source>The printer says: {troubles}.</source>
        <translation>L’imprimante signale : {troubles}.</translation>
    </message>
</context>
<context>
    <name>LineageView</name>
    <message>
        <source>Lineage</source>
        <translation>Filiation</translation>
    </message>
</context>
<context>
    <name>Logger</name>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>above {limit} for {time}</source>
        <translation>au-dessus de {limit} pendant {time}</translation>
    </message>
    <message>
        <source>never above {limit}</source>
        <translation>jamais au-dessus de {limit}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{code} copied</source>
        <translation>{code} copié</translation>
    </message>
    <message>
        <source>The bank is whole: file, rules and history were verified.</source>
        <translation>La banque est intacte : fichier, règles et historique ont été vérifiés.</translation>
    </message>
    <message>
        <source>The check found something:</source>
        <translation>La vérification a trouvé :</translation>
    </message>
</context>
<context>
    <name>Material</name>
    <message>
        <source>genomic DNA</source>
        <translation>ADN génomique</translation>
    </message>
    <message>
        <source>plasma</source>
        <translation>plasma</translation>
    </message>
    <message>
        <source>plasma, double spun</source>
        <translation>plasma, double centrifugation</translation>
    </message>
    <message>
        <source>buffy coat</source>
        <translation>couche leucocytaire</translation>
    </message>
    <message>
        <source>PBMC</source>
        <translation>PBMC</translation>
    </message>
    <message>
        <source>CSF</source>
        <translation>LCR</translation>
    </message>
    <message>
        <source>cell pellet</source>
        <translation>culot cellulaire</translation>
    </message>
    <message>
        <source>whole blood</source>
        <translation>sang total</translation>
    </message>
    <message>
        <source>serum</source>
        <translation>sérum</translation>
    </message>
    <message>
        <source>RNA</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>tissue</source>
        <translation>tissu</translation>
    </message>
    <message>
        <source>other</source>
        <translation>autre</translation>
    </message>
</context>
<context>
    <name>MeasureScreenDialog</name>
    <message>
        <source>Measure the screen</source>
        <translation>Mesurer l’écran</translation>
    </message>
    <message>
        <source>Hold a bank card, or any card of that size, against the screen, and move the slider until the frame is as wide as the card.</source>
        <translation>Tenez une carte bancaire, ou toute carte de cette taille, contre l’écran et déplacez le curseur jusqu’à ce que le cadre soit aussi large que la carte.</translation>
    </message>
    <message>
        <source>Width of the frame</source>
        <translation>Largeur du cadre</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Storage</source>
        <translation>&amp;Stockage</translation>
    </message>
    <message>
        <source>S&amp;pecimens</source>
        <translation>É&amp;chantillons</translation>
    </message>
    <message>
        <source>Sh&amp;ipments</source>
        <translation>En&amp;vois</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>É&amp;tiquettes</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>Today {0}</source>
        <translation>Aujourd’hui {0}</translation>
    </message>
    <message>
        <source>Yesterday {0}</source>
        <translation>Hier {0}</translation>
    </message>
</context>
<context>
    <name>MoveToDialog</name>
    <message>
        <source>Move to</source>
        <translation>Déplacer vers</translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation>Code ou nom</translation>
    </message>
    <message>
        <source>Next free</source>
        <translation>Prochaine libre</translation>
    </message>
    <message>
        <source>Keep the shape of the group</source>
        <translation>Garder la forme du groupe</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Dans</translation>
    </message>
    <message>
        <source>&amp;Box</source>
        <translation>&amp;Boîte</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Position</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Placer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>{path}: {count} free</source>
        <translation>{path}, positions libres : {count}</translation>
    </message>
    <message>
        <source>{position} is taken.</source>
        <translation>{position} est prise.</translation>
    </message>
    <message>
        <source>No such place takes this.</source>
        <translation>Aucune place de ce nom ne convient.</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Move {tubes}</source>
        <translation>Déplacer {tubes}</translation>
    </message>
    <message>
        <source>Place {tubes}</source>
        <translation>Placer {tubes}</translation>
    </message>
    <message>
        <source>Move {what}</source>
        <translation>Déplacer {what}</translation>
    </message>
    <message>
        <source>Show a second box</source>
        <translation>Montrer une deuxième boîte</translation>
    </message>
</context>
<context>
    <name>NewBankDialog</name>
    <message>
        <source>New bank</source>
        <translation>Nouvelle banque</translation>
    </message>
    <message>
        <source>DNA and cell bank</source>
        <translation>Banque d’ADN et de cellules</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>&amp;Name of the bank</source>
        <translation>&amp;Nom de la banque</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>&amp;Votre nom</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Make bank</source>
        <translation>Créer la banque</translation>
    </message>
    <message>
        <source>The operator signs for what is done from now on; the name can&apos;t be changed later.</source>
        <translation>L’opérateur signe pour ce qui est fait à partir de maintenant ; son nom ne peut plus être changé ensuite.</translation>
    </message>
    <message>
        <source>File of the new bank</source>
        <translation>Fichier de la nouvelle banque</translation>
    </message>
    <message>
        <source>Banks (*.freezer)</source>
        <translation>Banques (*.freezer)</translation>
    </message>
    <message>
        <source>This file is there already and is never written over.</source>
        <translation>Ce fichier existe déjà et n’est jamais remplacé.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Ce dossier n’existe pas.</translation>
    </message>
</context>
<context>
    <name>NewCodeDialog</name>
    <message>
        <source>New code</source>
        <translation>Nouveau code</translation>
    </message>
    <message>
        <source>{barcode} is kept as a replaced code: who scans it still finds the tube.</source>
        <translation>{barcode} est conservé comme code remplacé : qui le lit retrouve toujours le tube.</translation>
    </message>
    <message numerus="yes">
        <source>The codes of %Ln tube(s) are kept as replaced: who scans one still finds its tube.</source>
        <translation>
            <numerusform>Le code de %Ln tube est conservé comme remplacé : qui le lit retrouve toujours le tube.</numerusform>
            <numerusform>Les codes de %Ln tubes sont conservés comme remplacés : qui en lit un retrouve toujours son tube.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan a pre-printed label, or leave it empty</source>
        <translation>Lisez une étiquette préimprimée, ou laissez vide</translation>
    </message>
    <message>
        <source>Label lost</source>
        <translation>Étiquette perdue</translation>
    </message>
    <message>
        <source>Label can&apos;t be read</source>
        <translation>Étiquette illisible</translation>
    </message>
    <message>
        <source>Pre-printed label put on</source>
        <translation>Étiquette préimprimée posée</translation>
    </message>
    <message>
        <source>Code was given twice outside</source>
        <translation>Code donné deux fois ailleurs</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi ?</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Give the code</source>
        <translation>Donner le code</translation>
    </message>
    <message>
        <source>Each gets the next free number; their labels can be printed at once.</source>
        <translation>Chacun reçoit le prochain numéro libre ; leurs étiquettes peuvent être imprimées aussitôt.</translation>
    </message>
    <message>
        <source>The label carries {code} from now on.</source>
        <translation>L’étiquette porte désormais {code}.</translation>
    </message>
    <message>
        <source>The next free number is taken; its label can be printed at once.</source>
        <translation>Le prochain numéro libre est pris ; son étiquette peut être imprimée aussitôt.</translation>
    </message>
</context>
<context>
    <name>NewPickDialog</name>
    <message>
        <source>New pick list</source>
        <translation>Nouvelle liste de prélèvement</translation>
    </message>
    <message>
        <source>CSF for the neurofilament assay</source>
        <translation>LCR pour le dosage des neurofilaments</translation>
    </message>
    <message>
        <source>A new list</source>
        <translation>Une nouvelle liste</translation>
    </message>
    <message>
        <source>Request or project (optional)</source>
        <translation>Demande ou projet (facultatif)</translation>
    </message>
    <message>
        <source>Chosen: {tubes}</source>
        <translation>Choisis : {tubes}</translation>
    </message>
    <message>
        <source>A list of codes</source>
        <translation>Une liste de codes</translation>
    </message>
    <message>
        <source>A search</source>
        <translation>Une recherche</translation>
    </message>
    <message>
        <source>A rule</source>
        <translation>Une règle</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissés de côté</translation>
    </message>
    <message>
        <source>Its order is blind: the new tubes are mixed with those still to be fetched.</source>
        <translation>Son ordre est en aveugle : les nouveaux tubes sont mêlés à ceux qui restent à prélever.</translation>
    </message>
    <message>
        <source>&amp;Add to</source>
        <translation>A&amp;jouter à</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Objet</translation>
    </message>
    <message>
        <source>T&amp;ubes from</source>
        <translation>T&amp;ubes d’après</translation>
    </message>
    <message>
        <source>{number}: {title}</source>
        <translation>{number} : {title}</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>Créer la liste</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Ajouter à la liste</translation>
    </message>
    <message>
        <source>Tubes for a pick list</source>
        <translation>Tubes pour une liste de prélèvement</translation>
    </message>
    <message>
        <source>Add tubes to {number}</source>
        <translation>Ajouter des tubes à {number}</translation>
    </message>
</context>
<context>
    <name>NewShipmentDialog</name>
    <message>
        <source>New shipment</source>
        <translation>Nouvel envoi</translation>
    </message>
    <message>
        <source>Chosen later</source>
        <translation>Choisi plus tard</translation>
    </message>
    <message>
        <source>200 µL</source>
        <translation>200 µL</translation>
    </message>
    <message>
        <source>Begin &amp;with</source>
        <translation>Commencer a&amp;vec</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>&amp;Destinataire</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;But</translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation>D&amp;emande</translation>
    </message>
    <message>
        <source>&amp;At least in each tube</source>
        <translation>&amp;Au moins par tube</translation>
    </message>
    <message>
        <source>Papers &amp;tell</source>
        <translation>Les &amp;papiers disent</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note on {number}</source>
        <translation>Note sur {number}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>Bank made</source>
        <translation>Banque créée</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Placé</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Déplacé</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Sorti</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Remis en place</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>Blocage levé</translation>
    </message>
    <message>
        <source>Marked used up</source>
        <translation>Marqué épuisé</translation>
    </message>
    <message>
        <source>Marked missing</source>
        <translation>Marqué manquant</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>Retrouvé</translation>
    </message>
    <message>
        <source>Marked destroyed</source>
        <translation>Marqué détruit</translation>
    </message>
    <message>
        <source>Thawed</source>
        <translation>Décongelé</translation>
    </message>
    <message>
        <source>Registration taken back</source>
        <translation>Enregistrement annulé</translation>
    </message>
    <message>
        <source>Container added</source>
        <translation>Contenant ajouté</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renommé</translation>
    </message>
    <message>
        <source>Position blocked</source>
        <translation>Position condamnée</translation>
    </message>
    <message>
        <source>Position unblocked</source>
        <translation>Position rétablie</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Container moved</source>
        <translation>Contenant déplacé</translation>
    </message>
    <message>
        <source>Container taken out</source>
        <translation>Contenant sorti</translation>
    </message>
    <message>
        <source>Container put back</source>
        <translation>Contenant remis en place</translation>
    </message>
    <message>
        <source>State set</source>
        <translation>État défini</translation>
    </message>
    <message>
        <source>Sent away</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Code replaced</source>
        <translation>Code remplacé</translation>
    </message>
    <message>
        <source>Codes given</source>
        <translation>Codes attribués</translation>
    </message>
    <message>
        <source>Labels printed</source>
        <translation>Étiquettes imprimées</translation>
    </message>
    <message>
        <source>Field defined</source>
        <translation>Champ défini</translation>
    </message>
    <message>
        <source>Operator added</source>
        <translation>Opérateur ajouté</translation>
    </message>
    <message>
        <source>Bank edited</source>
        <translation>Banque modifiée</translation>
    </message>
    <message>
        <source>Operator entered</source>
        <translation>Opérateur entré</translation>
    </message>
    <message>
        <source>Address book edited</source>
        <translation>Carnet d’adresses modifié</translation>
    </message>
    <message>
        <source>Site rule set</source>
        <translation>Règle du site fixée</translation>
    </message>
    <message>
        <source>Shipment made</source>
        <translation>Envoi créé</translation>
    </message>
    <message>
        <source>Shipment edited</source>
        <translation>Envoi modifié</translation>
    </message>
    <message>
        <source>Added to a shipment</source>
        <translation>Ajouté à un envoi</translation>
    </message>
    <message>
        <source>Shipment cancelled</source>
        <translation>Envoi annulé</translation>
    </message>
    <message>
        <source>Removed from a shipment</source>
        <translation>Retiré d’un envoi</translation>
    </message>
    <message>
        <source>Replaced in a shipment</source>
        <translation>Remplacé dans un envoi</translation>
    </message>
    <message>
        <source>Doubt overruled</source>
        <translation>Réserve levée</translation>
    </message>
    <message>
        <source>Transport box added</source>
        <translation>Boîte de transport ajoutée</translation>
    </message>
    <message>
        <source>Transport box removed</source>
        <translation>Boîte de transport retirée</translation>
    </message>
    <message>
        <source>Whole box packed</source>
        <translation>Boîte entière emballée</translation>
    </message>
    <message>
        <source>Packages described</source>
        <translation>Colis décrits</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Emballé</translation>
    </message>
    <message>
        <source>Unpacked</source>
        <translation>Déballé</translation>
    </message>
    <message>
        <source>Packing finished</source>
        <translation>Emballage terminé</translation>
    </message>
    <message>
        <source>Packing reopened</source>
        <translation>Emballage rouvert</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>Remis au transporteur</translation>
    </message>
    <message>
        <source>Step corrected</source>
        <translation>Étape corrigée</translation>
    </message>
    <message>
        <source>Manifest issued</source>
        <translation>Bordereau émis</translation>
    </message>
    <message>
        <source>Blind key exported</source>
        <translation>Clé de l’aveugle exportée</translation>
    </message>
    <message>
        <source>Parcel announced</source>
        <translation>Colis annoncé</translation>
    </message>
    <message>
        <source>Arrival recorded</source>
        <translation>Arrivée enregistrée</translation>
    </message>
    <message>
        <source>Parcel received</source>
        <translation>Colis reçu</translation>
    </message>
    <message>
        <source>Difference settled</source>
        <translation>Écart réglé</translation>
    </message>
    <message>
        <source>Shipment closed</source>
        <translation>Envoi clos</translation>
    </message>
    <message>
        <source>Receipt taken in</source>
        <translation>Accusé de réception repris</translation>
    </message>
    <message>
        <source>Logger file attached</source>
        <translation>Fichier de l’enregistreur joint</translation>
    </message>
    <message>
        <source>Pick list made</source>
        <translation>Liste de prélèvement créée</translation>
    </message>
    <message>
        <source>Added to a pick list</source>
        <translation>Ajout à une liste de prélèvement</translation>
    </message>
    <message>
        <source>Retrieved for a pick list</source>
        <translation>Prélevé pour une liste</translation>
    </message>
    <message>
        <source>Returned from a pick list</source>
        <translation>Rendu après prélèvement</translation>
    </message>
    <message>
        <source>Not found for a pick list</source>
        <translation>Introuvable lors du prélèvement</translation>
    </message>
    <message>
        <source>Replaced on a pick list</source>
        <translation>Remplacé dans une liste de prélèvement</translation>
    </message>
    <message>
        <source>Removed from a pick list</source>
        <translation>Retiré d’une liste de prélèvement</translation>
    </message>
    <message>
        <source>Pick list finished</source>
        <translation>Liste de prélèvement terminée</translation>
    </message>
    <message>
        <source>Pick list cancelled</source>
        <translation>Liste de prélèvement annulée</translation>
    </message>
    <message>
        <source>Pick list reopened</source>
        <translation>Liste de prélèvement rouverte</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Refait</translation>
    </message>
</context>
<context>
    <name>OperationsList</name>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Objets</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Gestes</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>annulé</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %Ln more</source>
        <translation>
            <numerusform>{name} et %Ln autre</numerusform>
            <numerusform>{name} et %Ln autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Put back</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sortir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Next box</source>
        <translation>Boîte suivante</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Scan this once where a scanner is set up</source>
        <translation>À scanner une fois lors du réglage du lecteur</translation>
    </message>
</context>
<context>
    <name>OrderChoice</name>
    <message>
        <source>Order: {order}</source>
        <translation>Ordre : {order}</translation>
    </message>
</context>
<context>
    <name>OwnKeys</name>
    <message>
        <source>Keys of this bank</source>
        <translation>Clés de cette banque</translation>
    </message>
    <message>
        <source>&amp;Make a key</source>
        <translation>&amp;Créer une clé</translation>
    </message>
    <message>
        <source>&amp;Copy the public key</source>
        <translation>Copier la clé &amp;publique</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>{key} is copied. Those who get it can tell that a manifest is yours.</source>
        <translation>{key} est copiée. Ceux qui la reçoivent peuvent reconnaître vos bordereaux.</translation>
    </message>
    <message>
        <source>The JSON files of manifests and receipts are signed on this computer.</source>
        <translation>Les fichiers JSON des bordereaux et des accusés de réception sont signés sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The key is on another computer: what is written here is not signed.</source>
        <translation>La clé est sur un autre ordinateur : ce qui est écrit ici n’est pas signé.</translation>
    </message>
    <message>
        <source>There is no key: manifests and receipts are not signed.</source>
        <translation>Il n’y a pas de clé : bordereaux et accusés de réception ne sont pas signés.</translation>
    </message>
    <message>
        <source>A new key, made when the rules are set</source>
        <translation>Une nouvelle clé, créée quand les règles sont appliquées</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>sur cet ordinateur</translation>
    </message>
    <message>
        <source>on another computer</source>
        <translation>sur un autre ordinateur</translation>
    </message>
</context>
<context>
    <name>OwnStockDialog</name>
    <message>
        <source>Own stock</source>
        <translation>Supports personnels</translation>
    </message>
    <message>
        <source>New sheet</source>
        <translation>Nouvelle feuille</translation>
    </message>
    <message>
        <source>New roll</source>
        <translation>Nouveau rouleau</translation>
    </message>
    <message>
        <source>{stock}, to be changed</source>
        <translation>{stock}, à modifier</translation>
    </message>
    <message>
        <source>Copy of {stock}</source>
        <translation>Copie de {stock}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Begin &amp;with</source>
        <translation>&amp;Partir de</translation>
    </message>
    <message>
        <source>{stock}, own</source>
        <translation>{stock}, personnel</translation>
    </message>
    <message>
        <source>No template is as small as this: save it, and make one in the label designer.</source>
        <translation>Aucun modèle n’est aussi petit : enregistrez le support, puis créez-en un dans l’éditeur d’étiquettes.</translation>
    </message>
</context>
<context>
    <name>PaceDialog</name>
    <message>
        <source>Pace and limits</source>
        <translation>Rythme et limites</translation>
    </message>
    <message>
        <source>These belong to the bank. The predicted time of a pick list, and how many tubes are fetched in one go, follow from them; try them out with your own hands and freezers.</source>
        <translation>Ces valeurs appartiennent à la banque. La durée prévue d’une liste et le nombre de tubes prélevés en une fois en découlent ; vérifiez-les avec vos mains et vos congélateurs.</translation>
    </message>
    <message>
        <source>For each &amp;door</source>
        <translation>Par &amp;porte</translation>
    </message>
    <message>
        <source>For each &amp;box</source>
        <translation>Par &amp;boîte</translation>
    </message>
    <message>
        <source>For each &amp;tube</source>
        <translation>Par &amp;tube</translation>
    </message>
    <message>
        <source>A tube is &amp;out at most</source>
        <translation>Tube &amp;sorti au plus</translation>
    </message>
    <message>
        <source>Out of &amp;nitrogen at most</source>
        <translation>Hors a&amp;zote au plus</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fixer</translation>
    </message>
</context>
<context>
    <name>PackagesDialog</name>
    <message>
        <source>Packages of {number}</source>
        <translation>Colis de {number}</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Colis</translation>
    </message>
    <message>
        <source>&amp;Add package</source>
        <translation>&amp;Ajouter un colis</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Insulated box in carton</source>
        <translation>Boîte isotherme dans un carton</translation>
    </message>
    <message>
        <source>Dry shipper in its case</source>
        <translation>Conteneur sec dans sa caisse</translation>
    </message>
    <message>
        <source>Carton</source>
        <translation>Carton</translation>
    </message>
    <message>
        <source>Rigid case</source>
        <translation>Caisse rigide</translation>
    </message>
    <message>
        <source>Boxes inside</source>
        <translation>Boîtes à l’intérieur</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>T&amp;ype</translation>
    </message>
    <message>
        <source>&amp;Length, width, height</source>
        <translation>&amp;Longueur, largeur, hauteur</translation>
    </message>
    <message>
        <source>&amp;Gross mass</source>
        <translation>&amp;Masse brute</translation>
    </message>
    <message>
        <source>Net &amp;dry ice (UN1845)</source>
        <translation>&amp;Neige carbonique nette (UN1845)</translation>
    </message>
    <message>
        <source>&amp;Boxes inside</source>
        <translation>&amp;Boîtes à l’intérieur</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>{number}: {kind}</source>
        <translation>{number} : {kind}</translation>
    </message>
    <message>
        <source>Box {number}, {code}</source>
        <translation>Boîte {number}, {code}</translation>
    </message>
</context>
<context>
    <name>Packing</name>
    <message>
        <source>{position} is taken already.</source>
        <translation>{position} est déjà occupée.</translation>
    </message>
    <message>
        <source>The next tube goes to {position}.</source>
        <translation>Le prochain tube va en {position}.</translation>
    </message>
    <message>
        <source>{tube} is packed already: {place}.</source>
        <translation>{tube} est déjà emballé : {place}.</translation>
    </message>
    <message>
        <source>Packed {tube}: {place}.</source>
        <translation>{tube} emballé : {place}.</translation>
    </message>
    <message>
        <source>Box {number}, {position}</source>
        <translation>Boîte {number}, {position}</translation>
    </message>
    <message>
        <source>Take out and pack</source>
        <translation>Sortir et emballer</translation>
    </message>
</context>
<context>
    <name>PagePane</name>
    <message>
        <source>Page before</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>A&amp;juster</translation>
    </message>
    <message>
        <source>True si&amp;ze</source>
        <translation>Taille rée&amp;lle</translation>
    </message>
    <message>
        <source>Measure the screen…</source>
        <translation>Mesurer l’écran…</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
        <source>Label {page} of {pages}</source>
        <translation>Étiquette {page} sur {pages}</translation>
    </message>
    <message>
        <source>Nothing to print</source>
        <translation>Rien à imprimer</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Page as it will come out</source>
        <translation>Page telle qu’elle sortira</translation>
    </message>
    <message>
        <source>Click a label to begin there; with Ctrl: it is used up, or not.</source>
        <translation>Cliquez sur une étiquette pour commencer là ; avec Ctrl : elle est utilisée, ou non.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Manifest</source>
        <translation>Bordereau</translation>
    </message>
    <message>
        <source>Packing list of each package</source>
        <translation>Liste de colisage de chaque colis</translation>
    </message>
    <message>
        <source>Box maps</source>
        <translation>Plans de boîte</translation>
    </message>
    <message>
        <source>Marks for the packages</source>
        <translation>Marques pour les colis</translation>
    </message>
    <message>
        <source>Address labels</source>
        <translation>Étiquettes d’adresse</translation>
    </message>
    <message>
        <source>Dry ice declaration</source>
        <translation>Déclaration de neige carbonique</translation>
    </message>
    <message>
        <source>Pro-forma invoice</source>
        <translation>Facture pro forma</translation>
    </message>
    <message>
        <source>Advance notice</source>
        <translation>Préavis d’envoi</translation>
    </message>
    <message>
        <source>waybill</source>
        <translation>lettre de transport</translation>
    </message>
    <message>
        <source>carrier</source>
        <translation>transporteur</translation>
    </message>
    <message>
        <source>seal</source>
        <translation>scellé</translation>
    </message>
    <message>
        <source>logger</source>
        <translation>enregistreur</translation>
    </message>
    <message>
        <source>planned day</source>
        <translation>jour prévu</translation>
    </message>
    <message>
        <source>expected day</source>
        <translation>jour d’arrivée</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>classement</translation>
    </message>
    <message>
        <source>packages</source>
        <translation>colis</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>boîtes</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>expéditeur</translation>
    </message>
    <message>
        <source>recipient</source>
        <translation>destinataire</translation>
    </message>
    <message>
        <source>customs</source>
        <translation>douane</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>objet</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>accord</translation>
    </message>
    <message>
        <source>released</source>
        <translation>remise</translation>
    </message>
    <message>
        <source>packed anew</source>
        <translation>emballé de nouveau</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Page as it will come out</source>
        <translation>Page telle qu’elle sortira</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>A draft, as it would be with all tubes packed. It gets a version when packing is finished.</source>
        <translation>Un brouillon, tel qu’il serait avec tous les tubes emballés. Il recevra une version quand l’emballage sera terminé.</translation>
    </message>
    <message>
        <source>Version {version}, as it was issued. Printed again it stays the same.</source>
        <translation>Version {version}, telle qu’elle a été émise. Réimprimée, elle reste la même.</translation>
    </message>
    <message>
        <source>Not issued yet: saving or printing issues version 1.</source>
        <translation>Pas encore émis : enregistrer ou imprimer émet la version 1.</translation>
    </message>
    <message>
        <source>New since version {last}: {news}. Saving or printing issues version {next}.</source>
        <translation>Nouveau depuis la version {last} : {news}. Enregistrer ou imprimer émet la version {next}.</translation>
    </message>
    <message>
        <source>Version {version}, {moment}</source>
        <translation>Version {version}, {moment}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) added</source>
        <translation>
            <numerusform>%Ln tube ajouté</numerusform>
            <numerusform>%Ln tubes ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) removed</source>
        <translation>
            <numerusform>%Ln tube retiré</numerusform>
            <numerusform>%Ln tubes retirés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) moved</source>
        <translation>
            <numerusform>%Ln tube déplacé</numerusform>
            <numerusform>%Ln tubes déplacés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) changed</source>
        <translation>
            <numerusform>%Ln tube modifié</numerusform>
            <numerusform>%Ln tubes modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>other details</source>
        <translation>autres détails</translation>
    </message>
</context>
<context>
    <name>Parcel</name>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>emballé</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>remis au transporteur</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçu</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>clos</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>To retrieve</source>
        <translation>À prélever</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Emballé</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Remplacé</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Tubes on the list</source>
        <translation>Des tubes dans la liste</translation>
    </message>
    <message>
        <source>A decision on every tube in doubt</source>
        <translation>Une décision pour chaque tube en doute</translation>
    </message>
    <message>
        <source>Every tube packed, replaced or removed</source>
        <translation>Chaque tube emballé, remplacé ou retiré</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Sender with telephone</source>
        <translation>Expéditeur avec téléphone</translation>
    </message>
    <message>
        <source>The recipient’s telephone</source>
        <translation>Le téléphone du destinataire</translation>
    </message>
    <message>
        <source>Responsible person, reached for 24 hours</source>
        <translation>Personne responsable, joignable 24 heures sur 24</translation>
    </message>
    <message>
        <source>A blind code for each tube</source>
        <translation>Un code aveugle pour chaque tube</translation>
    </message>
    <message>
        <source>Classification, chosen by a person</source>
        <translation>Classement, choisi par une personne</translation>
    </message>
    <message>
        <source>What keeps it cold</source>
        <translation>Ce qui le garde au froid</translation>
    </message>
    <message>
        <source>Temperature required</source>
        <translation>Température exigée</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Colis</translation>
    </message>
    <message>
        <source>Gross mass of each package</source>
        <translation>Masse brute de chaque colis</translation>
    </message>
    <message>
        <source>Dry ice net mass for UN1845</source>
        <translation>Masse nette de neige carbonique pour UN1845</translation>
    </message>
    <message>
        <source>At most 200 kg of dry ice in a package</source>
        <translation>Au plus 200 kg de neige carbonique par colis</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Transporteur</translation>
    </message>
    <message>
        <source>No tube on hold</source>
        <translation>Aucun tube bloqué</translation>
    </message>
    <message>
        <source>A second person confirms</source>
        <translation>Une deuxième personne confirme</translation>
    </message>
    <message>
        <source>Every difference settled</source>
        <translation>Chaque écart réglé</translation>
    </message>
    <message>
        <source>Every item looked for</source>
        <translation>Chaque article recherché</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>bloqué</translation>
    </message>
    <message>
        <source>below the amount wanted</source>
        <translation>sous la quantité voulue</translation>
    </message>
    <message>
        <source>reserved for something else</source>
        <translation>réservé pour autre chose</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>non disponible</translation>
    </message>
    <message>
        <source>needs liquid nitrogen</source>
        <translation>exige l’azote liquide</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>to retrieve</source>
        <translation>à prélever</translation>
    </message>
    <message>
        <source>retrieved</source>
        <translation>prélevé</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>rendu</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>remplacé</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>unknown code</source>
        <translation>code inconnu</translation>
    </message>
    <message>
        <source>can mean several tubes</source>
        <translation>peut désigner plusieurs tubes</translation>
    </message>
    <message>
        <source>no tube</source>
        <translation>pas un tube</translation>
    </message>
    <message>
        <source>listed twice</source>
        <translation>en double dans la liste</translation>
    </message>
    <message>
        <source>not in place</source>
        <translation>pas en place</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>réservé</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>en trop</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagé</translation>
    </message>
    <message>
        <source>thawed</source>
        <translation>décongelé</translation>
    </message>
    <message>
        <source>wrong label</source>
        <translation>mauvaise étiquette</translation>
    </message>
    <message>
        <source>full</source>
        <translation>complet</translation>
    </message>
    <message>
        <source>coded</source>
        <translation>codé</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>aveugle</translation>
    </message>
    <message>
        <source>UN3373 Biological substance, category B</source>
        <translation>UN3373 Matière biologique, catégorie B</translation>
    </message>
    <message>
        <source>Exempt human specimen</source>
        <translation>Échantillon humain exempté</translation>
    </message>
    <message>
        <source>UN2814 Infectious substance, affecting humans</source>
        <translation>UN2814 Matière infectieuse pour l’homme</translation>
    </message>
    <message>
        <source>Not regulated</source>
        <translation>Non réglementé</translation>
    </message>
    <message>
        <source>dry ice</source>
        <translation>neige carbonique</translation>
    </message>
    <message>
        <source>dry shipper</source>
        <translation>conteneur sec (dry shipper)</translation>
    </message>
    <message>
        <source>gel packs</source>
        <translation>blocs de gel</translation>
    </message>
    <message>
        <source>ambient</source>
        <translation>température ambiante</translation>
    </message>
</context>
<context>
    <name>ParcelBox</name>
    <message>
        <source>packed</source>
        <translation>emballé</translation>
    </message>
    <message>
        <source>to be packed here</source>
        <translation>à emballer ici</translation>
    </message>
    <message>
        <source>Box {number}, {code}</source>
        <translation>Boîte {number}, {code}</translation>
    </message>
    <message>
        <source>not looked for yet</source>
        <translation>pas encore cherché</translation>
    </message>
</context>
<context>
    <name>ParcelBoxCard</name>
    <message>
        <source>Box before</source>
        <translation>Boîte précédente</translation>
    </message>
    <message>
        <source>Next box</source>
        <translation>Boîte suivante</translation>
    </message>
    <message>
        <source>No box yet. Add a transport box, or a storage box as it stands.</source>
        <translation>Pas encore de boîte. Ajoutez une boîte de transport, ou une boîte de stockage telle quelle.</translation>
    </message>
    <message>
        <source>Add boxes…</source>
        <translation>Ajouter des boîtes…</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Boîtes</translation>
    </message>
    <message>
        <source>Box {number} of {count}</source>
        <translation>Boîte {number} sur {count}</translation>
    </message>
    <message>
        <source>scan the next tube: {position}</source>
        <translation>tube suivant : {position}</translation>
    </message>
</context>
<context>
    <name>ParcelBoxesDialog</name>
    <message>
        <source>Boxes of {number}</source>
        <translation>Boîtes de {number}</translation>
    </message>
    <message>
        <source>Boxes of the shipment</source>
        <translation>Boîtes de l’envoi</translation>
    </message>
    <message>
        <source>&amp;Remove from the shipment</source>
        <translation>&amp;Retirer de l’envoi</translation>
    </message>
    <message>
        <source>Type of box</source>
        <translation>Type de boîte</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>&amp;Add transport boxes</source>
        <translation>&amp;Ajouter des boîtes de transport</translation>
    </message>
    <message>
        <source>Code or name of a storage box</source>
        <translation>Code ou nom d’une boîte de stockage</translation>
    </message>
    <message>
        <source>Send this &amp;box as it stands</source>
        <translation>Envoyer cette &amp;boîte telle quelle</translation>
    </message>
    <message>
        <source>Box {number}: {code}, {kind}, {tubes}</source>
        <translation>Boîte {number} : {code}, {kind}, {tubes}</translation>
    </message>
    <message>
        <source>Box {number}: {code}, sent as it stands, {tubes}</source>
        <translation>Boîte {number} : {code}, envoyée telle quelle, {tubes}</translation>
    </message>
    <message>
        <source>{box} does not travel.</source>
        <translation>{box} ne voyage pas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transport box(es) added.</source>
        <translation>
            <numerusform>%Ln boîte de transport ajoutée.</numerusform>
            <numerusform>%Ln boîtes de transport ajoutées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Several boxes are called {name}: give the code.</source>
        <translation>Plusieurs boîtes s’appellent {name} : donnez le code.</translation>
    </message>
    <message>
        <source>No box is known as {name}.</source>
        <translation>Aucune boîte ne s’appelle {name}.</translation>
    </message>
    <message>
        <source>{box} travels as it stands, with {tubes}.</source>
        <translation>{box} voyage telle quelle, avec {tubes}.</translation>
    </message>
</context>
<context>
    <name>ParcelChecks</name>
    <message>
        <source>{what}: done</source>
        <translation>{what} : fait</translation>
    </message>
    <message>
        <source>{what}: open</source>
        <translation>{what} : à faire</translation>
    </message>
</context>
<context>
    <name>ParcelDesk</name>
    <message>
        <source>Version {version} of the manifest is issued.</source>
        <translation>La version {version} du bordereau est émise.</translation>
    </message>
    <message>
        <source>The key tells which tube each blind code is. That it was taken out is recorded for good.</source>
        <translation>La clé dit quel tube est chaque code aveugle. Le fait qu’elle soit sortie est enregistré pour toujours.</translation>
    </message>
    <message>
        <source>The key can&apos;t be written: {why}.</source>
        <translation>La clé ne peut pas être écrite : {why}.</translation>
    </message>
    <message>
        <source>The key is in {file}.</source>
        <translation>La clé est dans {file}.</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>{name} is in the address book.</source>
        <translation>{name} est dans le carnet d’adresses.</translation>
    </message>
    <message>
        <source>Manifests and receipts (*.json)</source>
        <translation>Bordereaux et accusés de réception (*.json)</translation>
    </message>
    <message>
        <source>{number} is announced: scan its tubes when it is here.</source>
        <translation>{number} est annoncé : lisez ses tubes quand il sera là.</translation>
    </message>
    <message>
        <source>The receipt is of {number}, which this bank does not know.</source>
        <translation>L’accusé de réception concerne {number}, que cette banque ne connaît pas.</translation>
    </message>
    <message>
        <source>The receipt of {number} is taken in.</source>
        <translation>L’accusé de réception de {number} est repris.</translation>
    </message>
    <message>
        <source>The receipt is {file}.</source>
        <translation>L’accusé de réception est {file}.</translation>
    </message>
    <message>
        <source>Receipts (*.json)</source>
        <translation>Accusés de réception (*.json)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
</context>
<context>
    <name>ParcelHandOver</name>
    <message>
        <source>Custody</source>
        <translation>Garde</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Bordereau</translation>
    </message>
    <message>
        <source>No manifest was issued yet. It is issued when its pages are saved or printed.</source>
        <translation>Aucun bordereau n’est encore émis. Il l’est quand ses pages sont enregistrées ou imprimées.</translation>
    </message>
    <message>
        <source>Print the manifest, let the carrier sign it, then dispatch: from then on the tubes have left.</source>
        <translation>Imprimez le bordereau, faites-le signer par le transporteur, puis remettez : dès lors les tubes sont partis.</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Arrivée</translation>
    </message>
</context>
<context>
    <name>ParcelLines</name>
    <message>
        <source>From</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Tube</source>
        <translation>Tube</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Va dans</translation>
    </message>
    <message>
        <source>Packed in</source>
        <translation>Emballé en</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>{tube}, line {number} of the list</source>
        <translation>{tube}, ligne {number} de la liste</translation>
    </message>
</context>
<context>
    <name>ParcelPapersDialog</name>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Take out the blind &amp;key…</source>
        <translation>Sortir la &amp;clé de l’aveugle…</translation>
    </message>
    <message>
        <source>&amp;Save as a file…</source>
        <translation>&amp;Enregistrer dans un fichier…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Papers of {number}</source>
        <translation>Documents de {number}</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>&amp;Document</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Finish packing first: a draft is only shown.</source>
        <translation>Terminez d’abord l’emballage : un brouillon est seulement montré.</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Portable file for the recipient (*.json)</source>
        <translation>Fichier portable pour le destinataire (*.json)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Classeur (*.xlsx)</translation>
    </message>
    <message>
        <source>List (*.csv)</source>
        <translation>Liste (*.csv)</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Enregistrer dans un fichier</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré dans {file}.</translation>
    </message>
    <message>
        <source>The paper is not drawn yet; try again.</source>
        <translation>Le document n’est pas encore dessiné ; réessayez.</translation>
    </message>
    <message>
        <source>This computer has no printer. Save a PDF file and print it elsewhere.</source>
        <translation>Cet ordinateur n’a pas d’imprimante. Enregistrez un fichier PDF et imprimez-le ailleurs.</translation>
    </message>
    <message>
        <source>Printed on {printer}.</source>
        <translation>Imprimé sur {printer}.</translation>
    </message>
</context>
<context>
    <name>ParcelTable</name>
    <message>
        <source>Tubes of the shipment</source>
        <translation>Tubes de l’envoi</translation>
    </message>
</context>
<context>
    <name>ParcelTransport</name>
    <message>
        <source>Fill in…</source>
        <translation>Remplir…</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Colis</translation>
    </message>
    <message>
        <source>No package yet: kind, size, gross mass and net dry ice of each.</source>
        <translation>Pas encore de colis : type, dimensions, masse brute et neige carbonique nette de chacun.</translation>
    </message>
    <message>
        <source>Customs</source>
        <translation>Douane</translation>
    </message>
    <message>
        <source>Needed only where it crosses a border.</source>
        <translation>Nécessaire seulement s’il passe une frontière.</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Note…</translation>
    </message>
</context>
<context>
    <name>ParcelTubes</name>
    <message>
        <source>As listed</source>
        <translation>Ordre de la liste</translation>
    </message>
    <message>
        <source>Walking order</source>
        <translation>Ordre de passage</translation>
    </message>
    <message>
        <source>By box and position</source>
        <translation>Par boîte et position</translation>
    </message>
    <message>
        <source>Only what is shown here is put in order; papers print the list as it is.</source>
        <translation>Seul l’affichage change d’ordre ; les documents impriment la liste telle quelle.</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Not arrived yet.</source>
        <translation>Pas encore arrivé.</translation>
    </message>
    <message>
        <source>No tube is on the list yet. Add codes here, or find tubes and add them to this shipment.</source>
        <translation>Aucun tube n’est encore sur la liste. Ajoutez des codes ici, ou cherchez des tubes et ajoutez-les à cet envoi.</translation>
    </message>
</context>
<context>
    <name>ParcelWords</name>
    <message numerus="yes">
        <source>%Ln shipment(s)</source>
        <translation>
            <numerusform>%Ln envoi</numerusform>
            <numerusform>%Ln envois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) a decision</source>
        <translation>
            <numerusform>%Ln demande une décision</numerusform>
            <numerusform>%Ln demandent une décision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln écart</numerusform>
            <numerusform>%Ln écarts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln packed into box {box}</source>
        <translation>
            <numerusform>%Ln emballé dans la boîte {box}</numerusform>
            <numerusform>%Ln emballés dans la boîte {box}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln packed</source>
        <translation>
            <numerusform>%Ln emballé</numerusform>
            <numerusform>%Ln emballés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln looked for</source>
        <translation>
            <numerusform>%Ln cherché</numerusform>
            <numerusform>%Ln cherchés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln door(s)</source>
        <translation>
            <numerusform>%Ln porte</numerusform>
            <numerusform>%Ln portes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in order</source>
        <translation>
            <numerusform>%Ln point en ordre</numerusform>
            <numerusform>%Ln points en ordre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more point(s) open</source>
        <translation>
            <numerusform>encore %Ln point à régler</numerusform>
            <numerusform>encore %Ln points à régler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) need(s) a decision</source>
        <translation>
            <numerusform>%Ln tube demande une décision</numerusform>
            <numerusform>%Ln tubes demandent une décision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) still to be packed</source>
        <translation>
            <numerusform>%Ln tube reste à emballer</numerusform>
            <numerusform>%Ln tubes restent à emballer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) on hold</source>
        <translation>
            <numerusform>%Ln tube bloqué</numerusform>
            <numerusform>%Ln tubes bloqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) to be settled</source>
        <translation>
            <numerusform>%Ln article à régler</numerusform>
            <numerusform>%Ln articles à régler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) not looked for yet</source>
        <translation>
            <numerusform>%Ln article pas encore cherché</numerusform>
            <numerusform>%Ln articles pas encore cherchés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) without blind code</source>
        <translation>
            <numerusform>%Ln tube sans code aveugle</numerusform>
            <numerusform>%Ln tubes sans code aveugle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartyKeys</name>
    <message>
        <source>Paste the public key that they sent you; one in each line</source>
        <translation>Collez la clé publique qu’ils vous ont envoyée, une par ligne</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>&amp;Organisme</translation>
    </message>
    <message>
        <source>&amp;Public keys</source>
        <translation>Clés p&amp;ubliques</translation>
    </message>
</context>
<context>
    <name>PathPane</name>
    <message>
        <source>All storage</source>
        <translation>Tout le stockage</translation>
    </message>
</context>
<context>
    <name>Pick</name>
    <message>
        <source>for {shipment}</source>
        <translation>pour {shipment}</translation>
    </message>
    <message>
        <source>On hold: replace or remove</source>
        <translation>Bloqué : à remplacer ou retirer</translation>
    </message>
    <message>
        <source>{status}: replace or remove</source>
        <translation>{status} : à remplacer ou retirer</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Remis en place</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state} : {reason}</translation>
    </message>
    <message>
        <source>{state}, instead of {code}</source>
        <translation>{state}, à la place de {code}</translation>
    </message>
    <message>
        <source>reserved for {number}</source>
        <translation>réservé pour {number}</translation>
    </message>
    <message>
        <source>can mean {codes}</source>
        <translation>peut désigner {codes}</translation>
    </message>
    <message>
        <source>unknown; meant {code}?</source>
        <translation>inconnu ; s’agit-il de {code} ?</translation>
    </message>
    <message>
        <source>{code}: {why}</source>
        <translation>{code} : {why}</translation>
    </message>
    <message>
        <source>Line {line}, {said}</source>
        <translation>Ligne {line}, {said}</translation>
    </message>
    <message>
        <source>at least {amount}</source>
        <translation>au moins {amount}</translation>
    </message>
    <message>
        <source>{count} per participant</source>
        <translation>{count} par participant</translation>
    </message>
    <message>
        <source>{count} per participant and visit</source>
        <translation>{count} par participant et visite</translation>
    </message>
    <message>
        <source>blind order, one participant’s tubes together</source>
        <translation>ordre en aveugle, tubes d’un participant ensemble</translation>
    </message>
    <message>
        <source>blind order</source>
        <translation>ordre en aveugle</translation>
    </message>
    <message>
        <source>fullest first</source>
        <translation>le plus rempli d’abord</translation>
    </message>
    <message>
        <source>least full first</source>
        <translation>le moins rempli d’abord</translation>
    </message>
    <message>
        <source>least thawed first</source>
        <translation>le moins décongelé d’abord</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>le plus ancien d’abord</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>le plus récent d’abord</translation>
    </message>
</context>
<context>
    <name>PickDesk</name>
    <message>
        <source>Retrieved {what} for {number}.</source>
        <translation>{what} : prélevé pour {number}.</translation>
    </message>
    <message>
        <source>Returned {what}.</source>
        <translation>{what} : rendu.</translation>
    </message>
    <message>
        <source>{what} is missing; its place is kept.</source>
        <translation>{what} : introuvable ; la place est gardée.</translation>
    </message>
    <message>
        <source>Removed {what} from the list.</source>
        <translation>{what} : retiré de la liste.</translation>
    </message>
    <message>
        <source>{new} takes the place of {old}.</source>
        <translation>{new} prend la place de {old}.</translation>
    </message>
    <message>
        <source>{number} is finished.</source>
        <translation>{number} est terminée.</translation>
    </message>
    <message>
        <source>{number} is cancelled.</source>
        <translation>{number} est annulée.</translation>
    </message>
    <message>
        <source>{number} is open again.</source>
        <translation>{number} est rouverte.</translation>
    </message>
    <message>
        <source>The pace of the site is set.</source>
        <translation>Le rythme du site est fixé.</translation>
    </message>
    <message>
        <source>{number} is made.</source>
        <translation>{number} est créée.</translation>
    </message>
    <message>
        <source>{tubes} added to {number}.</source>
        <translation>Ajout à {number} : {tubes}.</translation>
    </message>
    <message>
        <source>{what}: {tubes}.</source>
        <translation>{what} : {tubes}.</translation>
    </message>
</context>
<context>
    <name>PickHead</name>
    <message>
        <source>Print sheet…</source>
        <translation>Imprimer la feuille…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>&amp;Add tubes…</source>
        <translation>&amp;Ajouter des tubes…</translation>
    </message>
    <message>
        <source>&amp;Labels…</source>
        <translation>É&amp;tiquettes…</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Cancel list…</source>
        <translation>Annuler la liste…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Rouvrir…</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Fetch, replace or remove what is still wanted first.</source>
        <translation>Prélevez, remplacez ou retirez d’abord ce qui est encore demandé.</translation>
    </message>
</context>
<context>
    <name>PickLines</name>
    <message>
        <source>From</source>
        <translation>D’où</translation>
    </message>
    <message>
        <source>Tube</source>
        <translation>Tube</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Out for</source>
        <translation>Sorti</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>Sans place</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} sur {all}</translation>
    </message>
</context>
<context>
    <name>PickNext</name>
    <message>
        <source>Next position</source>
        <translation>Position suivante</translation>
    </message>
    <message>
        <source>Scan the tube, or type its code</source>
        <translation>Scannez le tube ou tapez son code</translation>
    </message>
    <message>
        <source>Code of the tube</source>
        <translation>Code du tube</translation>
    </message>
    <message>
        <source>Missing…</source>
        <translation>Introuvable…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Out for {time}, limit {limit}</source>
        <translation>Sorti depuis {time}, limite {limit}</translation>
    </message>
    <message>
        <source>Out for {time}, over {limit}</source>
        <translation>Sorti depuis {time}, plus de {limit}</translation>
    </message>
    <message>
        <source>All returned</source>
        <translation>Tout est rendu</translation>
    </message>
    <message>
        <source>Nothing is left to fetch</source>
        <translation>Il ne reste rien à prélever</translation>
    </message>
    <message>
        <source>Return next</source>
        <translation>À rendre ensuite</translation>
    </message>
    <message>
        <source>Fetch next, batch {number} of {count}</source>
        <translation>À prélever ensuite, lot {number} sur {count}</translation>
    </message>
    <message>
        <source>Fetch next</source>
        <translation>À prélever ensuite</translation>
    </message>
</context>
<context>
    <name>PickPane</name>
    <message>
        <source>Returned without scan</source>
        <translation>Rendu sans scan</translation>
    </message>
    <message>
        <source>Retrieved without scan</source>
        <translation>Prélevé sans scan</translation>
    </message>
    <message>
        <source>Scans are not for this list now.</source>
        <translation>Les scans ne vont pas à cette liste pour l’instant.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Nothing of this list is wanted in {box}.</source>
        <translation>Rien de cette liste n’est demandé dans {box}.</translation>
    </message>
    <message>
        <source>{box}: {positions}</source>
        <translation>{box} : {positions}</translation>
    </message>
    <message>
        <source>{tube} is not to be fetched. {why}.</source>
        <translation>{tube} n’est pas à prélever. {why}.</translation>
    </message>
    <message>
        <source>It belongs in {place}.</source>
        <translation>Sa place : {place}.</translation>
    </message>
    <message>
        <source>{tube} is back in {position}.</source>
        <translation>{tube} est de retour en {position}.</translation>
    </message>
    <message>
        <source>{tube} is right. {left} left.</source>
        <translation>{tube} : c’est le bon. Il en reste {left}.</translation>
    </message>
</context>
<context>
    <name>PickPaper</name>
    <message>
        <source>Print sheet</source>
        <translation>Imprimer la feuille</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>{name} (declared)</source>
        <translation>{name} (déclaré)</translation>
    </message>
    <message>
        <source>instead of {code}</source>
        <translation>à la place de {code}</translation>
    </message>
    <message numerus="yes">
        <source>The sheet is written, %Ln page(s): {file}</source>
        <translation>
            <numerusform>La feuille est écrite, %Ln page : {file}</numerusform>
            <numerusform>La feuille est écrite, %Ln pages : {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>PickTable</name>
    <message>
        <source>Tubes of the pick list</source>
        <translation>Tubes de la liste de prélèvement</translation>
    </message>
</context>
<context>
    <name>PickWords</name>
    <message>
        <source>Walking order</source>
        <translation>Ordre de passage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln door(s)</source>
        <translation>
            <numerusform>%Ln porte</numerusform>
            <numerusform>%Ln portes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln boîte</numerusform>
            <numerusform>%Ln boîtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln min</source>
        <translation>
            <numerusform>environ %Ln min</numerusform>
            <numerusform>environ %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln batch(es)</source>
        <translation>
            <numerusform>en %Ln lot</numerusform>
            <numerusform>en %Ln lots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need a decision</source>
        <translation>
            <numerusform>%Ln à décider</numerusform>
            <numerusform>%Ln à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retrieved</source>
        <translation>
            <numerusform>%Ln prélevé</numerusform>
            <numerusform>%Ln prélevés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) can be fetched</source>
        <translation>
            <numerusform>%Ln tube peut être prélevé</numerusform>
            <numerusform>%Ln tubes peuvent être prélevés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln laissé de côté</numerusform>
            <numerusform>%Ln laissés de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln participant(s) or visits</source>
        <translation>
            <numerusform>pour %Ln participant ou visite</numerusform>
            <numerusform>pour %Ln participants ou visites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them too few</source>
        <translation>
            <numerusform>dont %Ln n’en a pas assez</numerusform>
            <numerusform>dont %Ln n’en ont pas assez</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicksPane</name>
    <message>
        <source>Pace and limits…</source>
        <translation>Rythme et limites…</translation>
    </message>
    <message>
        <source>New pick list…</source>
        <translation>Nouvelle liste…</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Tubes</source>
        <translation>Tubes</translation>
    </message>
    <message>
        <source>To retrieve</source>
        <translation>À prélever</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>En main</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>Pick lists</source>
        <translation>Listes de prélèvement</translation>
    </message>
    <message>
        <source>No pick list yet</source>
        <translation>Pas encore de liste de prélèvement</translation>
    </message>
    <message>
        <source>A pick list says which tubes to fetch, in the order in which each door opens once. Make one of a search, of the tubes chosen in a box, of a pasted list of codes, or by a rule.</source>
        <translation>Une liste de prélèvement dit quels tubes chercher, dans l’ordre où chaque porte ne s’ouvre qu’une fois. Créez-en une à partir d’une recherche, de tubes choisis dans une boîte, d’une liste de codes collée ou d’une règle.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln ouverte</numerusform>
            <numerusform>%Ln ouvertes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Tones for scans: right, wrong, attention</source>
        <translation>Sons des scans : juste, faux, attention</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Size of everything</source>
        <translation>&amp;Taille de l’affichage</translation>
    </message>
    <message>
        <source>&amp;Hold before a tube is dragged</source>
        <translation>&amp;Appui avant de glisser un tube</translation>
    </message>
    <message>
        <source>&amp;Warn when a tube is out for</source>
        <translation>A&amp;vertir si un tube est sorti depuis</translation>
    </message>
    <message>
        <source>The size changes at the next start.</source>
        <translation>La taille change au prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>PrintForm</name>
    <message>
        <source>As they stand, box after box</source>
        <translation>Comme ils sont rangés, boîte après boîte</translation>
    </message>
    <message>
        <source>Column by column, as racks are scanned</source>
        <translation>Colonne par colonne, comme on lit les portoirs</translation>
    </message>
    <message>
        <source>As they are listed</source>
        <translation>Dans l’ordre de la liste</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Par code</translation>
    </message>
    <message>
        <source>Only those without a &amp;label</source>
        <translation>Seulement ceux sans étique&amp;tte</translation>
    </message>
    <message>
        <source>Give each a ne&amp;w code; the old one is kept as replaced</source>
        <translation>Donner à chacun un no&amp;uveau code ; l’ancien est conservé</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>Fichier PDF</translation>
    </message>
    <message>
        <source>Printer of this computer</source>
        <translation>Imprimante de cet ordinateur</translation>
    </message>
    <message>
        <source>Label printer on the network (ZPL)</source>
        <translation>Imprimante d’étiquettes du réseau (ZPL)</translation>
    </message>
    <message>
        <source>Label printer of this computer (ZPL)</source>
        <translation>Imprimante d’étiquettes de cet ordinateur (ZPL)</translation>
    </message>
    <message>
        <source>ZPL file</source>
        <translation>Fichier ZPL</translation>
    </message>
    <message>
        <source>192.168.1.40 or name:9100</source>
        <translation>192.168.1.40 ou nom:9100</translation>
    </message>
    <message>
        <source>{dpi} dots per inch</source>
        <translation>{dpi} points par pouce</translation>
    </message>
    <message>
        <source>Own…</source>
        <translation>Autre…</translation>
    </message>
    <message>
        <source>Enter own stock</source>
        <translation>Saisir un support personnel</translation>
    </message>
    <message>
        <source>Design…</source>
        <translation>Éditer…</translation>
    </message>
    <message>
        <source>Design the label</source>
        <translation>Éditer l’étiquette</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Quoi</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>La&amp;bels</source>
        <translation>&amp;Étiquettes</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Ordre</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>&amp;Copies</translation>
    </message>
    <message>
        <source>B&amp;egin at label</source>
        <translation>&amp;Première</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Moti&amp;f</translation>
    </message>
    <message>
        <source>Pri&amp;nt on</source>
        <translation>Imprimer &amp;sur</translation>
    </message>
    <message>
        <source>Pr&amp;inter</source>
        <translation>Imprimante (&amp;x)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Resol&amp;ution</source>
        <translation>&amp;Résolution</translation>
    </message>
    <message>
        <source>Ad&amp;just</source>
        <translation>Ré&amp;glage</translation>
    </message>
    <message>
        <source>Not adjusted…</source>
        <translation>Aucun réglage…</translation>
    </message>
    <message>
        <source>{right} mm right, {down} mm down; {across} × {along} %…</source>
        <translation>{right} mm à droite, {down} mm en bas ; {across} × {along} %…</translation>
    </message>
    <message>
        <source> of {count}</source>
        <translation> sur {count}</translation>
    </message>
</context>
<context>
    <name>PrintLabelsDialog</name>
    <message>
        <source>Print labels</source>
        <translation>Imprimer des étiquettes</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Continue at &amp;label</source>
        <translation>&amp;Continuer à l’étiquette</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Save as ZPL…</source>
        <translation>Enregistrer en ZPL…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>No printer is set up</source>
        <translation>Aucune imprimante</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>These labels come on sheets; label printers take rolls.</source>
        <translation>Ces étiquettes sont en feuilles ; les imprimantes d’étiquettes prennent des rouleaux.</translation>
    </message>
    <message>
        <source>The new codes are given when you print; this page still shows the old ones.</source>
        <translation>Les nouveaux codes sont donnés à l’impression ; cette page montre encore les anciens.</translation>
    </message>
    <message>
        <source>This computer has no printer. A PDF file can be printed elsewhere.</source>
        <translation>Cet ordinateur n’a pas d’imprimante. Un fichier PDF peut être imprimé ailleurs.</translation>
    </message>
    <message>
        <source>Make a PDF file</source>
        <translation>Faire un fichier PDF</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln label(s)</source>
        <translation>
            <numerusform>{count} sur %Ln étiquette</numerusform>
            <numerusform>{count} sur %Ln étiquettes</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was printed.</source>
        <translation>Arrêté. Rien n’a été imprimé.</translation>
    </message>
    <message>
        <source>Look which label came out last, and continue behind it.</source>
        <translation>Regardez quelle étiquette est sortie en dernier, et continuez après elle.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {count} of %Ln label(s).</source>
        <translation>
            <numerusform>Arrêté après {count} étiquette sur %Ln.</numerusform>
            <numerusform>Arrêté après {count} étiquettes sur %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source> of {count}</source>
        <translation> sur {count}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>This is not possible: {facts}.</source>
        <translation>Ce n’est pas possible : {facts}.</translation>
    </message>
    <message>
        <source>a tube without barcode</source>
        <translation>un tube sans code-barres</translation>
    </message>
    <message>
        <source>Something is wrong with {path}.</source>
        <translation>Il y a un problème avec {path}.</translation>
    </message>
    <message>
        <source>{path} is not there. It may have been moved or renamed: open it where it is now.</source>
        <translation>{path} n’est pas là. Il a peut-être été déplacé ou renommé : ouvrez-le là où il se trouve maintenant.</translation>
    </message>
    <message>
        <source>{path} is there already and is never written over. Choose another name.</source>
        <translation>{path} existe déjà et n’est jamais remplacé. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{path} is not a FreezerApp bank. Nothing in it was touched.</source>
        <translation>{path} n’est pas une banque FreezerApp. Rien n’y a été touché.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of FreezerApp. Install that version to open it.</source>
        <translation>{path} a été écrit par une version plus récente de FreezerApp. Installez-la pour l’ouvrir.</translation>
    </message>
    <message>
        <source>{path} is damaged ({what}) and was not opened. Keep the file as it is and restore a good backup.</source>
        <translation>{path} est endommagé ({what}) et n’a pas été ouvert. Gardez le fichier tel quel et restaurez une bonne sauvegarde.</translation>
    </message>
    <message>
        <source>{path} is damaged ({what}). It can still be read, but nothing is written any more: restore the newest good backup.</source>
        <translation>{path} est endommagé ({what}). Il peut encore être lu, mais plus rien n’y est écrit : restaurez la dernière bonne sauvegarde.</translation>
    </message>
    <message>
        <source>{path} lies on a network share ({system}), where tubes could be lost when two people write. Copy it to a disk of this computer.</source>
        <translation>{path} se trouve sur un partage réseau ({system}), où des tubes pourraient être perdus si deux personnes écrivent. Copiez-le sur un disque de cet ordinateur.</translation>
    </message>
    <message>
        <source>{path} can be read but not written: nothing can be changed in it.</source>
        <translation>{path} peut être lu mais pas écrit : rien ne peut y être changé.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be opened: {why}.</source>
        <translation>{path} ne peut pas être ouvert : {why}.</translation>
    </message>
    <message>
        <source>{path} is being written by another window or program. Nothing was changed; try again.</source>
        <translation>{path} est en cours d’écriture par une autre fenêtre ou un autre programme. Rien n’a été changé ; réessayez.</translation>
    </message>
    <message>
        <source>{path} was moved, replaced or removed while it was open. Open it again where it is now.</source>
        <translation>{path} a été déplacé, remplacé ou supprimé pendant qu’il était ouvert. Rouvrez-le là où il se trouve maintenant.</translation>
    </message>
    <message>
        <source>The disk of {path} is full. Nothing was changed; make room and try again.</source>
        <translation>Le disque de {path} est plein. Rien n’a été changé ; faites de la place et réessayez.</translation>
    </message>
    <message>
        <source>The disk of {path} reported an error ({why}). Look at the history before you repeat the last step.</source>
        <translation>Le disque de {path} a signalé une erreur ({why}). Consultez l’historique avant de refaire le dernier geste.</translation>
    </message>
    <message>
        <source>{position} in {container} is taken: {occupant} {use}.</source>
        <translation>{position} dans {container} est prise : {occupant} {use}.</translation>
    </message>
    <message>
        <source>The code {code} already leads to {owner_kind} ({owner}); no code is given twice.</source>
        <translation>Le code {code} mène déjà à {owner_kind} ({owner}) ; aucun code n’est donné deux fois.</translation>
    </message>
    <message>
        <source>{name} has the code {code} already.</source>
        <translation>{name} porte déjà le code {code}.</translation>
    </message>
    <message>
        <source>{name} has no code yet ({count} have none). With --give-codes each gets one, such as {example}.</source>
        <translation>{name} n’a pas encore de code ({count} n’en ont pas). Avec --give-codes, chacun en reçoit un, comme {example}.</translation>
    </message>
    <message>
        <source>Nothing is known as {name} ({kind}).</source>
        <translation>Rien n’est connu sous le nom {name} ({kind}).</translation>
    </message>
    <message>
        <source>{container} takes nothing in: it is {status}.</source>
        <translation>{container} n’accepte rien : {status}.</translation>
    </message>
    <message>
        <source>{name} ({kind}) needs a code that can be scanned.</source>
        <translation>{name} ({kind}) a besoin d’un code qui se scanne.</translation>
    </message>
    <message>
        <source>Please say why: this needs a reason ({what}).</source>
        <translation>Dites pourquoi : un motif est nécessaire ({what}).</translation>
    </message>
    <message>
        <source>{thing} was changed since by {operator} ({kind}, {recorded_at}), so this can&apos;t be taken back.</source>
        <translation>{thing} a été modifié depuis par {operator} ({kind}, {recorded_at}) : cela ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>“{kind}” can&apos;t be taken back: {why}.</source>
        <translation>« {kind} » ne peut pas être annulé : {why}.</translation>
    </message>
    <message>
        <source>There is nothing to do: everything is so already ({kind}).</source>
        <translation>Il n’y a rien à faire : tout est déjà ainsi ({kind}).</translation>
    </message>
    <message>
        <source>This was recorded already ({uuid}) and is not done twice.</source>
        <translation>Ceci est déjà enregistré ({uuid}) et n’est pas fait deux fois.</translation>
    </message>
    <message>
        <source>{container} is full: no position is free.</source>
        <translation>{container} est plein : aucune position n’est libre.</translation>
    </message>
    <message>
        <source>{name} came from no place, so it can&apos;t be put back. Place it instead.</source>
        <translation>{name} ne vient d’aucune place et ne peut pas être remis. Placez-le plutôt.</translation>
    </message>
    <message>
        <source>{barcode} came from no place, so it can&apos;t be put back. Place it instead.</source>
        <translation>{barcode} ne vient d’aucune place et ne peut pas être remis. Placez-le plutôt.</translation>
    </message>
    <message>
        <source>{barcode} can&apos;t hold that amount: below zero, more than it began with, or without unit.</source>
        <translation>{barcode} ne peut pas contenir cette quantité : au-dessous de zéro, plus qu’au début, ou sans unité.</translation>
    </message>
    <message>
        <source>“{field}” is not changed by editing.</source>
        <translation>« {field} » ne se change pas par modification.</translation>
    </message>
    <message>
        <source>{barcode} can&apos;t be taken out of the record: {count} tubes were made from it, {first} first.</source>
        <translation>{barcode} ne peut pas être retiré : {count} tubes en proviennent, {first} le premier.</translation>
    </message>
    <message>
        <source>{operator} ({role}) may not do this: {what}.</source>
        <translation>{operator} ({role}) n’a pas le droit de faire cela : {what}.</translation>
    </message>
    <message>
        <source>Nobody called {name} works in this bank.</source>
        <translation>Personne du nom de {name} ne travaille dans cette banque.</translation>
    </message>
    <message>
        <source>{barcode} is {status} and can&apos;t become {wanted}.</source>
        <translation>{barcode} est {status} et ne peut pas devenir {wanted}.</translation>
    </message>
    <message>
        <source>{barcode} is on hold and must not be used: {holds}.</source>
        <translation>{barcode} est bloqué et ne doit pas être utilisé : {holds}.</translation>
    </message>
    <message>
        <source>{name} is {status} and can&apos;t become {wanted}.</source>
        <translation>{name} est {status} et ne peut pas devenir {wanted}.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be put into {inside}, which stands in it.</source>
        <translation>{name} ne peut pas être mis dans {inside}, qui s’y trouve.</translation>
    </message>
    <message>
        <source>{name} still holds {things}; empty it first.</source>
        <translation>{name} contient encore {things} ; videz-le d’abord.</translation>
    </message>
    <message>
        <source>{material} is kept at {wanted}, and this place is {found}.</source>
        <translation>{material} se garde à {wanted}, et cette place est à {found}.</translation>
    </message>
    <message>
        <source>{container} ({kind}) holds containers, not tubes.</source>
        <translation>{container} ({kind}) contient des contenants, pas des tubes.</translation>
    </message>
    <message>
        <source>{child} ({child_kind}) can&apos;t stand in {parent} ({parent_kind}).</source>
        <translation>{child} ({child_kind}) ne peut pas se trouver dans {parent} ({parent_kind}).</translation>
    </message>
    <message>
        <source>{container} does not take {material}, only: {accepted}.</source>
        <translation>{container} n’accepte pas {material}, seulement : {accepted}.</translation>
    </message>
    <message>
        <source>{container} has no room for {missing} of the tubes, counted from {start}.</source>
        <translation>{container} n’a plus de place pour {missing} des tubes, à partir de {start}.</translation>
    </message>
    <message>
        <source>There is nothing to swap with in {container} at {named} ({count} in all).</source>
        <translation>Il n’y a rien à échanger dans {container} en {named} ({count} en tout).</translation>
    </message>
    <message>
        <source>{count} of the positions in {container} are taken: {named}.</source>
        <translation>{count} des positions dans {container} sont prises : {named}.</translation>
    </message>
    <message>
        <source>{count} of the tubes would stand outside {container}, which goes from {first} to {last}.</source>
        <translation>{count} des tubes seraient hors de {container}, qui va de {first} à {last}.</translation>
    </message>
    <message>
        <source>A code is needed here.</source>
        <translation>Un code est nécessaire ici.</translation>
    </message>
    <message>
        <source>{text} is too long for a code: {longest} characters at most.</source>
        <translation>{text} est trop long pour un code : {longest} caractères au plus.</translation>
    </message>
    <message>
        <source>{text} can&apos;t be a code: those that begin with {prefix} are commands to the program.</source>
        <translation>{text} ne peut pas être un code : ceux qui commencent par {prefix} sont des commandes du programme.</translation>
    </message>
    <message>
        <source>{text} holds characters that can&apos;t be seen or typed ({characters}).</source>
        <translation>{text} contient des caractères invisibles ou impossibles à saisir ({characters}).</translation>
    </message>
    <message>
        <source>{barcode} has a label already ({count} printed): another one needs a reason.</source>
        <translation>{barcode} a déjà une étiquette ({count} imprimées) : il faut une raison pour une autre.</translation>
    </message>
    <message>
        <source>A text holds what is no character ({characters}).</source>
        <translation>Un texte contient ce qui n’est pas un caractère ({characters}).</translation>
    </message>
    <message>
        <source>{text} is no pattern for codes: letters, digits or hyphens, then # for each counted digit.</source>
        <translation>{text} n’est pas un modèle de codes : lettres, chiffres ou traits d’union, puis # pour chaque chiffre compté.</translation>
    </message>
    <message>
        <source>The pattern {pattern} has {left} numbers left, and {wanted} are wanted.</source>
        <translation>Le modèle {pattern} a encore {left} numéros, et il en faut {wanted}.</translation>
    </message>
    <message>
        <source>{text} can be several days: {readings}. Write it as 2019-03-14.</source>
        <translation>{text} peut désigner plusieurs jours : {readings}. Écrivez-le ainsi : 2019-03-14.</translation>
    </message>
    <message>
        <source>{text} is no date. Write it as 2019-03-14, 2019-03 or 2019.</source>
        <translation>{text} n’est pas une date. Écrivez-la ainsi : 2019-03-14, 2019-03 ou 2019.</translation>
    </message>
    <message>
        <source>The labelling can&apos;t have {value} for “{setting}”.</source>
        <translation>L’étiquetage ne peut pas avoir {value} pour « {setting} ».</translation>
    </message>
    <message>
        <source>A grid of {rows} × {columns} is not possible: {why}.</source>
        <translation>Une grille de {rows} × {columns} n’est pas possible : {why}.</translation>
    </message>
    <message>
        <source>{text} is no position here: they go from {first} to {last}.</source>
        <translation>{text} n’est pas une position ici : elles vont de {first} à {last}.</translation>
    </message>
    <message>
        <source>{text} is no amount: {flaw}. Write it as 0.2 mL or 200 µL.</source>
        <translation>{text} n’est pas une quantité : {flaw}. Écrivez-la ainsi : 0,2 mL ou 200 µL.</translation>
    </message>
    <message>
        <source>{unit} and {other} measure different things.</source>
        <translation>{unit} et {other} ne mesurent pas la même chose.</translation>
    </message>
    <message>
        <source>Only {left} is left, and {asked} is asked for.</source>
        <translation>Il ne reste que {left}, et {asked} est demandé.</translation>
    </message>
    <message>
        <source>SPREC {version} has no “{word}” for {element}.</source>
        <translation>SPREC {version} n’a pas « {word} » pour {element}.</translation>
    </message>
    <message>
        <source>{code} has no place for boxes of {boxes}.</source>
        <translation>{code} n’a pas de place pour des boîtes {boxes}.</translation>
    </message>
    <message>
        <source>{code} makes no box ({kind}).</source>
        <translation>{code} ne donne pas une boîte ({kind}).</translation>
    </message>
    <message>
        <source>There is no preset {code}.</source>
        <translation>Il n’y a pas de modèle {code}.</translation>
    </message>
    <message>
        <source>The preset file can&apos;t be used at {where}: {what}.</source>
        <translation>Le fichier de modèles est inutilisable à {where} : {what}.</translation>
    </message>
    <message>
        <source>There is no field “{name}”.</source>
        <translation>Il n’y a pas de champ « {name} ».</translation>
    </message>
    <message>
        <source>Write the name of a field before “{operator}”.</source>
        <translation>Écrivez le nom d’un champ avant « {operator} ».</translation>
    </message>
    <message>
        <source>Write {expected} after “{field}”.</source>
        <translation>Écrivez {expected} après « {field} ».</translation>
    </message>
    <message>
        <source>“{text}” can&apos;t be read: “{field}” takes {expected}.</source>
        <translation>« {text} » ne peut pas être lu : « {field} » attend {expected}.</translation>
    </message>
    <message>
        <source>“{field}” is not less or more than something: write “{field}:” instead of “{operator}”.</source>
        <translation>« {field} » n’est ni plus ni moins que quelque chose : écrivez « {field}: » au lieu de « {operator} ».</translation>
    </message>
    <message>
        <source>This search has {count} parts; {most} can be searched at once.</source>
        <translation>Cette recherche a {count} parties ; {most} peuvent être cherchées à la fois.</translation>
    </message>
    <message>
        <source>{path} is not there.</source>
        <translation>{path} n’est pas là.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read: {reason}.</source>
        <translation>{path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>{path} has no rows.</source>
        <translation>{path} n’a pas de lignes.</translation>
    </message>
    <message>
        <source>{path} is no list in text form. Save it as CSV.</source>
        <translation>{path} n’est pas une liste en texte. Enregistrez-le en CSV.</translation>
    </message>
    <message>
        <source>The quotation marks opened in line {line} are never closed.</source>
        <translation>Les guillemets ouverts à la ligne {line} ne sont jamais fermés.</translation>
    </message>
    <message>
        <source>Two columns are headed as {field}: {headings}.</source>
        <translation>Deux colonnes ont l’en-tête {field} : {headings}.</translation>
    </message>
    <message>
        <source>No column holds the barcodes; the headings are: {headings}.</source>
        <translation>Aucune colonne ne contient les codes-barres ; les en-têtes sont : {headings}.</translation>
    </message>
    <message>
        <source>The scanner could not read this tube ({text}).</source>
        <translation>Le scanner n’a pas pu lire ce tube ({text}).</translation>
    </message>
    <message>
        <source>The row has no barcode.</source>
        <translation>La ligne n’a pas de code-barres.</translation>
    </message>
    <message>
        <source>{box} takes nothing in: it is away, retired or taken back.</source>
        <translation>{box} n’accepte rien : elle est partie, retirée ou annulée.</translation>
    </message>
    <message>
        <source>{count} containers are called {text}: give the code.</source>
        <translation>{count} contenants s’appellent {text} : donnez le code.</translation>
    </message>
    <message>
        <source>The row has the position {position} but no box.</source>
        <translation>La ligne a la position {position} mais pas de boîte.</translation>
    </message>
    <message>
        <source>{text} ({field}) was changed by a spreadsheet. Look up what it was.</source>
        <translation>{text} ({field}) a été altéré par un tableur. Recherchez la valeur d’origine.</translation>
    </message>
    <message>
        <source>Characters of {text} ({field}) were lost in another program.</source>
        <translation>Des caractères de {text} ({field}) ont été perdus dans un autre programme.</translation>
    </message>
    <message>
        <source>{text} already leads to {kind} of this bank.</source>
        <translation>{text} mène déjà à {kind} de cette banque.</translation>
    </message>
    <message>
        <source>{barcode} is in the bank with other facts: {differences}.</source>
        <translation>{barcode} est dans la banque avec d’autres données : {differences}.</translation>
    </message>
    <message>
        <source>{text} is after today ({today}).</source>
        <translation>{text} est après aujourd’hui ({today}).</translation>
    </message>
    <message>
        <source>{text} is given to a tube and to a box.</source>
        <translation>{text} est donné à un tube et à une boîte.</translation>
    </message>
    <message>
        <source>{text} is the code of a position, not of a tube.</source>
        <translation>{text} est le code d’une position, pas d’un tube.</translation>
    </message>
    <message>
        <source>A tube would be its own ancestor: {barcodes}.</source>
        <translation>Un tube serait son propre ancêtre : {barcodes}.</translation>
    </message>
    <message>
        <source>{text} looks damaged; it may be {likely}.</source>
        <translation>{text} semble altéré ; c’est peut-être {likely}.</translation>
    </message>
    <message>
        <source>The row names no material.</source>
        <translation>La ligne ne donne pas de matériel.</translation>
    </message>
    <message>
        <source>{text} ({field}) should be a whole number.</source>
        <translation>{text} ({field}) devrait être un nombre entier.</translation>
    </message>
    <message>
        <source>The parent {parent} has {parents_value} as {field}, not {value}.</source>
        <translation>Le parent {parent} a {parents_value} comme {field}, pas {value}.</translation>
    </message>
    <message>
        <source>{text} is no position of {box} ({rows} × {columns}): they go from {first} to {last}.</source>
        <translation>{text} n’est pas une position de {box} ({rows} × {columns}) : elles vont de {first} à {last}.</translation>
    </message>
    <message>
        <source>The parent {text} is in row {row}, which has a problem.</source>
        <translation>Le parent {text} est à la ligne {row}, qui a un problème.</translation>
    </message>
    <message>
        <source>The parent {text} is no tube but {kind}.</source>
        <translation>Le parent {text} n’est pas un tube mais {kind}.</translation>
    </message>
    <message>
        <source>{position} in {box} is given to row {row} already.</source>
        <translation>{position} dans {box} est déjà donnée à la ligne {row}.</translation>
    </message>
    <message>
        <source>{position} in {box} is taken.</source>
        <translation>{position} dans {box} est prise.</translation>
    </message>
    <message>
        <source>The row has the box {box} but no position.</source>
        <translation>La ligne a la boîte {box} mais pas de position.</translation>
    </message>
    <message>
        <source>Row {row} has the same barcode {barcode}.</source>
        <translation>La ligne {row} a le même code-barres {barcode}.</translation>
    </message>
    <message>
        <source>{text} can be several materials: {codes}.</source>
        <translation>{text} peut être plusieurs matériels : {codes}.</translation>
    </message>
    <message>
        <source>{participant} belongs to site {other}, not {site}.</source>
        <translation>{participant} appartient au site {other}, pas à {site}.</translation>
    </message>
    <message>
        <source>{text} ({field}) is too long: {longest} characters at most.</source>
        <translation>{text} ({field}) est trop long : {longest} caractères au plus.</translation>
    </message>
    <message>
        <source>The row has {cells} cells for {headings} headings.</source>
        <translation>La ligne a {cells} cellules pour {headings} en-têtes.</translation>
    </message>
    <message>
        <source>{text} has no unit: mL or µL?</source>
        <translation>{text} n’a pas d’unité : mL ou µL ?</translation>
    </message>
    <message>
        <source>The bank has no box {text}.</source>
        <translation>La banque n’a pas de boîte {text}.</translation>
    </message>
    <message>
        <source>The bank has no material {text}.</source>
        <translation>La banque n’a pas de matériel {text}.</translation>
    </message>
    <message>
        <source>There is no tube {text} to be the parent.</source>
        <translation>Il n’y a pas de tube {text} qui puisse être le parent.</translation>
    </message>
    <message>
        <source>{text} is no study of this bank. It has: {known}.</source>
        <translation>{text} n’est pas une étude de cette banque. Elle a : {known}.</translation>
    </message>
    <message>
        <source>The report {path} can&apos;t be written: {reason}.</source>
        <translation>Le rapport {path} ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <source>The report {path} would take the place of the list itself. Choose another name.</source>
        <translation>Le rapport {path} prendrait la place de la liste elle-même. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>No font of this computer can print {letters}. Write these letters otherwise, or install a font that has them.</source>
        <translation>Aucune police de cet ordinateur ne peut imprimer {letters}. Écrivez ces lettres autrement, ou installez une police qui les contient.</translation>
    </message>
    <message>
        <source>The paper {path} can&apos;t be written: {reason}.</source>
        <translation>Le document {path} ne peut pas être écrit&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{printer} did not take the labels: {why}. Nothing was printed.</source>
        <translation>{printer} n’a pas accepté les étiquettes : {why}. Rien n’a été imprimé.</translation>
    </message>
    <message>
        <source>{number} is {step}: that can&apos;t be done with it now ({wanted}).</source>
        <translation>{number} est à l’étape « {step} » : ce n’est pas possible maintenant ({wanted}).</translation>
    </message>
    <message>
        <source>{number} can&apos;t be {step} yet. Still missing: {needs}.</source>
        <translation>{number} ne peut pas encore être {step}. Il manque : {needs}.</translation>
    </message>
    <message>
        <source>{barcode} is reserved for {by}.</source>
        <translation>{barcode} est réservé pour {by}.</translation>
    </message>
    <message>
        <source>{barcode} is not on the list of {number}. Put it back.</source>
        <translation>{barcode} n’est pas dans la liste de {number}. Remettez-le.</translation>
    </message>
    <message>
        <source>{barcode} is {status}. Only what is on the bench can be packed: take it out first.</source>
        <translation>{barcode} est {status}. Seul ce qui est sur la paillasse peut être emballé : sortez-le d’abord.</translation>
    </message>
    <message>
        <source>{barcode} is {material}, which does not keep on {refrigerant}. Choose a dry shipper, or say why.</source>
        <translation>{barcode} contient {material}, qui ne se conserve pas avec : {refrigerant}. Choisissez un conteneur sec, ou dites pourquoi.</translation>
    </message>
    <message>
        <source>{barcode} is packed in {number}: take it out of that parcel first.</source>
        <translation>{barcode} est emballé dans {number} : sortez-le d’abord de ce colis.</translation>
    </message>
    <message>
        <source>The box {container} travels with {number}: remove it from that parcel first.</source>
        <translation>La boîte {container} part avec {number} : retirez-la d’abord de ce colis.</translation>
    </message>
    <message>
        <source>{name} hands over already: the second person must be somebody else.</source>
        <translation>{name} remet déjà le colis : la deuxième personne doit être quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>{barcode} can&apos;t be sent ({doubt}), whatever the reason: replace it or remove it.</source>
        <translation>{barcode} ne peut pas être envoyé ({doubt}), quelle que soit la raison : remplacez-le ou retirez-le.</translation>
    </message>
    <message>
        <source>{container} would show the order of the bank: a blind parcel is packed tube by tube.</source>
        <translation>{container} montrerait l’ordre de la banque : un colis aveugle s’emballe tube par tube.</translation>
    </message>
    <message>
        <source>The transport boxes of {number} have no room for {tubes}: add a box first.</source>
        <translation>Les boîtes de transport de {number} n’ont pas de place pour {tubes} : ajoutez d’abord une boîte.</translation>
    </message>
    <message>
        <source>{barcode} needs a decision before it is packed: {doubt}.</source>
        <translation>{barcode} demande une décision avant d’être emballé : {doubt}.</translation>
    </message>
    <message>
        <source>The receipt is of {said}, or of a list that was never issued for {number}. Nothing was recorded.</source>
        <translation>L’accusé de réception concerne {said}, ou une liste qui n’a jamais été émise pour {number}. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>{barcode} is not on the pick list {number}. Put it back.</source>
        <translation>{barcode} n’est pas dans la liste de prélèvement {number}. Remettez-le.</translation>
    </message>
    <message>
        <source>The pick list {number} is {state}: nothing more is fetched for it.</source>
        <translation>La liste de prélèvement {number} est {state} : on n’y prélève plus rien.</translation>
    </message>
    <message>
        <source>None of these tubes can be fetched: there is nothing to put on a list.</source>
        <translation>Aucun de ces tubes ne peut être prélevé : il n’y a rien à mettre dans une liste.</translation>
    </message>
    <message>
        <source>{barcode} is {status}: only what is stored or on the bench can be fetched.</source>
        <translation>{barcode} : {status}. On ne prélève que ce qui est rangé ou sur la paillasse.</translation>
    </message>
    <message>
        <source>{barcode} is in hand already for {number}.</source>
        <translation>{barcode} est déjà en main pour {number}.</translation>
    </message>
    <message>
        <source>{barcode} is no longer wanted on {number}: {state}.</source>
        <translation>{barcode} n’est plus demandé dans {number} : {state}.</translation>
    </message>
    <message>
        <source>{barcode} was not fetched for {number}, so it is not returned from it.</source>
        <translation>{barcode} n’a pas été prélevé pour {number} : il n’est donc pas à rendre.</translation>
    </message>
    <message>
        <source>{count} tubes of {number} are still to be fetched: fetch, replace or remove them first.</source>
        <translation>Il reste {count} tubes à prélever dans {number} : prélevez-les, remplacez-les ou retirez-les d’abord.</translation>
    </message>
    <message>
        <source>The pick list {number} is open already.</source>
        <translation>La liste de prélèvement {number} est déjà ouverte.</translation>
    </message>
    <message>
        <source>No tube of {material} fits the rule and can be fetched.</source>
        <translation>Aucun tube de {material} ne répond à la règle et ne peut être prélevé.</translation>
    </message>
    <message>
        <source>The file is not as it should be at {where}: {what} ({detail}).</source>
        <translation>Le fichier n’est pas comme il devrait être à {where} : {what} ({detail}).</translation>
    </message>
    <message>
        <source>“{text}” is no public key: that has 64 digits from 0 to 9 and a to f.</source>
        <translation>« {text} » n’est pas une clé publique : elle compte 64 signes, de 0 à 9 et de a à f.</translation>
    </message>
    <message>
        <source>The new key can&apos;t be kept in {path}: {reason}. No key was made.</source>
        <translation>La nouvelle clé ne peut pas être enregistrée dans {path} : {reason}. Aucune clé n’a été créée.</translation>
    </message>
    <message>
        <source>The signing key in {path} can&apos;t be used: {why}. Nothing was signed.</source>
        <translation>La clé de signature dans {path} n’est pas utilisable : {why}. Rien n’a été signé.</translation>
    </message>
    <message>
        <source>Other users of this computer can read the signing key in {path}. Nothing was signed: make a new key, and withdraw this one.</source>
        <translation>D’autres utilisateurs de cet ordinateur peuvent lire la clé de signature dans {path}. Rien n’a été signé : créez une nouvelle clé et retirez celle-ci.</translation>
    </message>
    <message>
        <source>The signature of {path} is wrong: it was not made with the key {key}, or the file was changed since.</source>
        <translation>La signature de {path} est fausse : elle n’a pas été faite avec la clé {key}, ou le fichier a été modifié depuis.</translation>
    </message>
    <message>
        <source>There is a field {name} already.</source>
        <translation>Il y a déjà un champ {name}.</translation>
    </message>
    <message>
        <source>Several containers are called {name}; say which: {paths}.</source>
        <translation>Plusieurs contenants s’appellent {name} ; dites lequel : {paths}.</translation>
    </message>
    <message>
        <source>Did you mean “{suggestion}”?</source>
        <translation>Vouliez-vous dire « {suggestion} » ?</translation>
    </message>
    <message>
        <source>Did you mean one of these: {near}?</source>
        <translation>Vouliez-vous dire : {near} ?</translation>
    </message>
    <message>
        <source>({detail})</source>
        <translation>({detail})</translation>
    </message>
    <message>
        <source>{by} put it there on {recorded_at}.</source>
        <translation>{by} l’y a mis le {recorded_at}.</translation>
    </message>
    <message>
        <source>{occupant} stands or belongs there.</source>
        <translation>{occupant} s’y trouve ou y a sa place.</translation>
    </message>
    <message>
        <source>{text} can&apos;t be printed as {symbology}: it has no {characters}.</source>
        <translation>{text} ne peut pas être imprimé en {symbology} : {characters} n’y existe pas.</translation>
    </message>
    <message>
        <source>{text} is too long to be printed as {symbology}.</source>
        <translation>{text} est trop long pour être imprimé en {symbology}.</translation>
    </message>
    <message>
        <source>The label file can&apos;t be used at {where}: {what}.</source>
        <translation>Le fichier d’étiquettes est inutilisable à {where} : {what}.</translation>
    </message>
    <message>
        <source>There is no label stock {name}.</source>
        <translation>Il n’y a pas de support d’étiquettes {name}.</translation>
    </message>
    <message>
        <source>There is no label template {name}.</source>
        <translation>Il n’y a pas de modèle d’étiquette {name}.</translation>
    </message>
    <message>
        <source>The template {template} does not fit the labels {stock}.</source>
        <translation>Le modèle {template} ne tient pas sur les étiquettes {stock}.</translation>
    </message>
    <message>
        <source>The label of {label} can&apos;t be printed: {what}.</source>
        <translation>L’étiquette de {label} ne peut pas être imprimée : {what}.</translation>
    </message>
    <message>
        <source>The labels {path} can&apos;t be written: {reason}.</source>
        <translation>Les étiquettes {path} ne peuvent pas être écrites : {reason}.</translation>
    </message>
    <message>
        <source>These do: {near}.</source>
        <translation>Ceux-ci tiennent : {near}.</translation>
    </message>
    <message>
        <source>“{text}” is no address of a printer. Write its name or number, with a port where it has its own.</source>
        <translation>« {text} » n’est pas l’adresse d’une imprimante. Écrivez son nom ou son numéro, avec un port si elle a le sien.</translation>
    </message>
    <message>
        <source>The label printer {address} can&apos;t be reached: {why}. Nothing was sent.</source>
        <translation>L’imprimante d’étiquettes {address} ne peut pas être jointe : {why}. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The label printer {address} can&apos;t print now: {what}. Nothing was sent.</source>
        <translation>L’imprimante d’étiquettes {address} ne peut pas imprimer : {what}. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The label printer {address} took no more after {sent} of {total} labels: {why}.</source>
        <translation>L’imprimante d’étiquettes {address} n’accepte plus rien après {sent} étiquettes sur {total} : {why}.</translation>
    </message>
    <message>
        <source>The printer {printer} does not print. Nothing came out.</source>
        <translation>L’imprimante {printer} n’imprime pas. Rien n’est sorti.</translation>
    </message>
    <message>
        <source>{number} can&apos;t become blind: {tubes} of its tubes are packed already, in an order that can be read. Take them out of their boxes first.</source>
        <translation>{number} ne peut pas devenir aveugle : {tubes} de ses tubes sont déjà emballés, dans un ordre lisible. Sortez-les d’abord de leurs boîtes.</translation>
    </message>
    <message>
        <source>The manifest {path} can&apos;t be written: {reason}.</source>
        <translation>Le bordereau {path} ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <source>{path} was changed since it was made ({parts}). Ask the sender for the file again.</source>
        <translation>{path} a été modifié depuis sa création ({parts}). Redemandez le fichier à l’expéditeur.</translation>
    </message>
    <message>
        <source>The manifest contradicts itself or its profile: {what} ({thing}).</source>
        <translation>Le bordereau se contredit ou contredit son profil : {what} ({thing}).</translation>
    </message>
    <message>
        <source>Something is wrong with the file {path}.</source>
        <translation>Quelque chose ne va pas avec le fichier {path}.</translation>
    </message>
    <message>
        <source>{path} is no file of this kind ({wanted}).</source>
        <translation>{path} n’est pas un fichier de cette sorte ({wanted}).</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of FreezerApp (schema {schema}). Install that version to read it.</source>
        <translation>{path} a été écrit par une version plus récente de FreezerApp (schéma {schema}). Installez cette version pour le lire.</translation>
    </message>
    <message>
        <source>{path} is damaged and can&apos;t be read: {reason}.</source>
        <translation>{path} est endommagé et ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>{path} is larger than any file of its kind ({limit} bytes).</source>
        <translation>{path} est plus grand que tout fichier de cette sorte ({limit} octets).</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read as an XLSX workbook: {reason}.</source>
        <translation>{path} ne peut pas être lu comme classeur XLSX : {reason}.</translation>
    </message>
    <message>
        <source>{path} would take more memory than a workbook may. Nothing of it was read.</source>
        <translation>{path} prendrait plus de mémoire qu’un classeur ne le peut. Rien n’en a été lu.</translation>
    </message>
    <message>
        <source>These lines of the list differ: {lines}.</source>
        <translation>Ces lignes de la liste diffèrent : {lines}.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read as a PDF: {reason}.</source>
        <translation>{path} ne peut pas être lu comme PDF : {reason}.</translation>
    </message>
    <message>
        <source>The receipt {path} can&apos;t be written: {reason}.</source>
        <translation>L’accusé de réception {path} ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <source>The receipt {path} was changed since it was made. Ask the recipient for it again.</source>
        <translation>L’accusé de réception {path} a été modifié depuis sa création. Redemandez-le au destinataire.</translation>
    </message>
    <message>
        <source>“{text}” beside tube {tube} is no outcome. Write received, missing, damaged, thawed, wrong label or extra.</source>
        <translation>« {text} » à côté du tube {tube} n’est pas un constat. Écrivez reçu, manquant, endommagé, décongelé, mauvaise étiquette ou en trop.</translation>
    </message>
    <message>
        <source>{path} says of no tube how it was found.</source>
        <translation>{path} ne dit d’aucun tube comment il a été trouvé.</translation>
    </message>
    <message>
        <source>{path} is larger than any file of a logger ({limit} bytes).</source>
        <translation>{path} est plus grand que tout fichier d’enregistreur ({limit} octets).</translation>
    </message>
    <message>
        <source>No rows with a moment and a temperature were found in {path}. Export the logger&apos;s readings as CSV.</source>
        <translation>Aucune ligne avec un moment et une température n’a été trouvée dans {path}. Exportez les mesures de l’enregistreur en CSV.</translation>
    </message>
    <message>
        <source>Nothing in {path} says whether its temperatures are °C or °F ({heading}).</source>
        <translation>Rien dans {path} ne dit si ses températures sont en °C ou en °F ({heading}).</translation>
    </message>
    <message>
        <source>{text} in {path} can be one of these days: {days}. Say which.</source>
        <translation>{text} dans {path} peut être l’un de ces jours : {days}. Dites lequel.</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>Nothing in it was changed since it was made, as far as it can tell alone.</source>
        <translation>Rien n’y a été modifié depuis qu’il a été établi, pour autant que le fichier seul puisse le dire.</translation>
    </message>
    <message>
        <source>No line of it was changed since it was made, as far as it can tell alone.</source>
        <translation>Aucune ligne n’a été modifiée depuis qu’il a été établi, pour autant que le fichier seul puisse le dire.</translation>
    </message>
    <message>
        <source>No cell of it was changed since it was made, as far as it can tell alone.</source>
        <translation>Aucune cellule n’a été modifiée depuis qu’il a été établi, pour autant que le fichier seul puisse le dire.</translation>
    </message>
    <message>
        <source>Every page carries the code of this version. Whether what is printed beside it was changed can&apos;t be told from the paper alone.</source>
        <translation>Chaque page porte le code de cette version. Le papier seul ne permet pas de dire si ce qui est imprimé à côté a été modifié.</translation>
    </message>
    <message>
        <source>It says exactly what this bank issued, and the event it names is in the bank&apos;s history.</source>
        <translation>Il dit exactement ce que cette banque a émis, et l’événement qu’il nomme figure dans l’historique de la banque.</translation>
    </message>
    <message>
        <source>Every line is what this bank issued, and the event of its version is in the bank&apos;s history.</source>
        <translation>Chaque ligne est ce que cette banque a émis, et l’événement de sa version figure dans l’historique de la banque.</translation>
    </message>
    <message>
        <source>Every cell is what this bank issued, and the event of its version is in the bank&apos;s history.</source>
        <translation>Chaque cellule est ce que cette banque a émis, et l’événement de sa version figure dans l’historique de la banque.</translation>
    </message>
    <message>
        <source>The pages name what this bank issued, and the event of its version is in the bank&apos;s history.</source>
        <translation>Les pages nomment ce que cette banque a émis, et l’événement de sa version figure dans l’historique de la banque.</translation>
    </message>
    <message>
        <source>Their text is word for word what is printed of it; what is drawn over a text can&apos;t be seen in this way.</source>
        <translation>Leur texte est mot pour mot celui qui en est imprimé ; ce qui serait dessiné par-dessus un texte ne se voit pas ainsi.</translation>
    </message>
    <message>
        <source>The pages are pictures: what they say of the tubes was not compared.</source>
        <translation>Les pages sont des images : ce qu’elles disent des tubes n’a pas été comparé.</translation>
    </message>
    <message>
        <source>It is another paper of the parcel than the manifest: only its codes were looked at.</source>
        <translation>C’est un autre document du colis que le bordereau : seuls ses codes ont été examinés.</translation>
    </message>
    <message>
        <source>It was issued by another bank ({bank}, {sender}). What it says is proved by the signature alone: whoever holds that key has said it.</source>
        <translation>Il a été émis par une autre banque ({bank}, {sender}). Seule la signature prouve ce qu’il dit : c’est le détenteur de cette clé qui l’a dit.</translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Fingerprint: {fingerprint}</source>
        <translation>Empreinte : {fingerprint}</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <source>Manifest {number}, of no readable version</source>
        <translation>Bordereau {number}, version illisible</translation>
    </message>
    <message>
        <source>Receipt of {number}, version {version}</source>
        <translation>Accusé de réception de {number}, version {version}</translation>
    </message>
    <message>
        <source>Manifest {number}, version {version}</source>
        <translation>Bordereau {number}, version {version}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) are wrong with it</source>
        <translation>
            <numerusform>%Ln anomalie trouvée</numerusform>
            <numerusform>%Ln anomalies trouvées</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole, as far as it can tell alone</source>
        <translation>Intact, pour autant que le fichier seul puisse le dire</translation>
    </message>
    <message>
        <source>As this bank issued it</source>
        <translation>Tel que cette banque l’a émis</translation>
    </message>
    <message>
        <source>Proved by its signature</source>
        <translation>Prouvé par sa signature</translation>
    </message>
    <message>
        <source>Don&apos;t rely on it. Ask its sender for the file anew, and compare the fingerprint on paper.</source>
        <translation>Ne vous y fiez pas. Redemandez le fichier à son expéditeur et comparez l’empreinte sur le papier.</translation>
    </message>
    <message>
        <source>Who changes a file can make its fingerprint anew: compare it with the one on paper, or verify the file where the bank that sent it is open.</source>
        <translation>Qui modifie un fichier peut refaire son empreinte : comparez-la à celle du papier, ou vérifiez le fichier là où la banque expéditrice est ouverte.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Kind of hold</source>
        <translation>Genre de blocage</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi ?</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Le faire</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>Consentement retiré</translation>
    </message>
    <message>
        <source>Result in doubt</source>
        <translation>Résultat douteux</translation>
    </message>
    <message>
        <source>Label does not agree</source>
        <translation>L’étiquette ne concorde pas</translation>
    </message>
    <message>
        <source>Freezer was too warm</source>
        <translation>Le congélateur était trop chaud</translation>
    </message>
    <message>
        <source>Asked for by the study</source>
        <translation>Demandé par l’étude</translation>
    </message>
    <message>
        <source>Checked, all is well</source>
        <translation>Vérifié, tout est en ordre</translation>
    </message>
    <message>
        <source>Consent given again</source>
        <translation>Consentement redonné</translation>
    </message>
    <message>
        <source>Put on hold by mistake</source>
        <translation>Bloqué par erreur</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Cassé</translation>
    </message>
    <message>
        <source>Thawed</source>
        <translation>Décongelé</translation>
    </message>
    <message>
        <source>End of study</source>
        <translation>Fin de l’étude</translation>
    </message>
    <message>
        <source>Nothing left</source>
        <translation>Il ne reste rien</translation>
    </message>
    <message>
        <source>Sent whole for analysis</source>
        <translation>Envoyé entier pour analyse</translation>
    </message>
    <message>
        <source>Not in its position</source>
        <translation>Pas à sa position</translation>
    </message>
    <message>
        <source>Another tube stands there</source>
        <translation>Un autre tube s’y trouve</translation>
    </message>
    <message>
        <source>Not needed any more</source>
        <translation>Plus nécessaire</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Abîmé</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Too little left</source>
        <translation>Il en reste trop peu</translation>
    </message>
    <message>
        <source>The request was withdrawn</source>
        <translation>La demande a été retirée</translation>
    </message>
    <message>
        <source>Made by mistake</source>
        <translation>Créée par erreur</translation>
    </message>
    <message>
        <source>Closed by mistake</source>
        <translation>Fermée par erreur</translation>
    </message>
    <message>
        <source>Tubes are still wanted</source>
        <translation>Des tubes sont encore demandés</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>To be destroyed</source>
        <translation>À détruire</translation>
    </message>
    <message>
        <source>No other place is free</source>
        <translation>Aucune autre place n’est libre</translation>
    </message>
    <message>
        <source>Freezer failed</source>
        <translation>Congélateur en panne</translation>
    </message>
    <message>
        <source>Decided by the manager</source>
        <translation>Décidé par le responsable</translation>
    </message>
</context>
<context>
    <name>ReasonField</name>
    <message>
        <source>What marks the tubes on their side?</source>
        <translation>Qu’est-ce qui marque les tubes sur le côté ?</translation>
    </message>
    <message>
        <source>Label on the side</source>
        <translation>Étiquette sur le côté</translation>
    </message>
    <message>
        <source>Code engraved on the side</source>
        <translation>Code gravé sur le côté</translation>
    </message>
    <message>
        <source>Code on the bottom</source>
        <translation>Code sous le tube</translation>
    </message>
    <message>
        <source>Why a further label?</source>
        <translation>Pourquoi une autre étiquette ?</translation>
    </message>
    <message>
        <source>Label lost</source>
        <translation>Étiquette perdue</translation>
    </message>
    <message>
        <source>Label can&apos;t be read</source>
        <translation>Étiquette illisible</translation>
    </message>
    <message>
        <source>Label came off</source>
        <translation>Étiquette décollée</translation>
    </message>
</context>
<context>
    <name>Receiving</name>
    <message>
        <source>Settle…</source>
        <translation>Régler…</translation>
    </message>
    <message>
        <source>Everything else is missing…</source>
        <translation>Tout le reste manque…</translation>
    </message>
    <message>
        <source>Everything else was received…</source>
        <translation>Tout le reste a été reçu…</translation>
    </message>
    <message>
        <source>Attach a logger&apos;s file…</source>
        <translation>Joindre le fichier d’un enregistreur…</translation>
    </message>
    <message>
        <source>Show what is on the bench</source>
        <translation>Montrer ce qui est sur la paillasse</translation>
    </message>
    <message>
        <source>{tubes}: {outcome}.</source>
        <translation>{tubes} : {outcome}.</translation>
    </message>
    <message>
        <source>What is to be said of {tubes}?</source>
        <translation>Que faut-il en dire : {tubes} ?</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>{tubes} were not scanned. Record them as missing?</source>
        <translation>Non scannés : {tubes}. Les noter manquants ?</translation>
    </message>
    <message>
        <source>{tubes} were not scanned. Record them as received all the same?</source>
        <translation>Non scannés : {tubes}. Les noter reçus quand même ?</translation>
    </message>
    <message>
        <source>How was the difference of {tubes} settled?</source>
        <translation>Comment l’écart a-t-il été réglé : {tubes} ?</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Régler</translation>
    </message>
    <message>
        <source>&amp;Settled by</source>
        <translation>&amp;Réglé par</translation>
    </message>
    <message>
        <source>Agreed with the sender</source>
        <translation>Convenu avec l’expéditeur</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>Retrouvé</translation>
    </message>
    <message>
        <source>Destroyed on arrival</source>
        <translation>Détruit à l’arrivée</translation>
    </message>
    <message>
        <source>To be sent again</source>
        <translation>À renvoyer</translation>
    </message>
    <message>
        <source>Settled: {tubes}.</source>
        <translation>Réglé : {tubes}.</translation>
    </message>
    <message>
        <source>{number} has arrived. Scan each tube.</source>
        <translation>{number} est arrivé. Scannez chaque tube.</translation>
    </message>
    <message>
        <source>Close {number}? Only a recorded correction opens it again.</source>
        <translation>Clore {number} ? Seule une correction enregistrée le rouvre.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>{number} is closed.</source>
        <translation>{number} est clos.</translation>
    </message>
    <message>
        <source>The file of a temperature logger</source>
        <translation>Le fichier d’un enregistreur de température</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt);;All files (*)</source>
        <translation>Fichiers CSV (*.csv *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>{file} is kept with the shipment: {what}.</source>
        <translation>{file} est gardé avec l’envoi : {what}.</translation>
    </message>
    <message>
        <source>It is °C</source>
        <translation>Ce sont des °C</translation>
    </message>
    <message>
        <source>It is °F</source>
        <translation>Ce sont des °F</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>Jour d’abord</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>Mois d’abord</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>Facts of the batch</source>
        <translation>Données du lot</translation>
    </message>
    <message>
        <source>Register tubes</source>
        <translation>Enregistrer des tubes</translation>
    </message>
    <message>
        <source>One code per line; scan them one after the other</source>
        <translation>Un code par ligne ; scannez-les l’un après l’autre</translation>
    </message>
    <message>
        <source>2024-03-14</source>
        <translation>2024-03-14</translation>
    </message>
    <message>
        <source>200 µL</source>
        <translation>200 µL</translation>
    </message>
    <message>
        <source>Into the next free positions of {box}</source>
        <translation>Dans les prochaines positions libres de {box}</translation>
    </message>
    <message>
        <source>The next unknown tubes have the same facts</source>
        <translation>Les prochains tubes inconnus ont les mêmes données</translation>
    </message>
    <message>
        <source>Codes like it are registered: {codes}</source>
        <translation>Des codes ressemblants sont enregistrés : {codes}</translation>
    </message>
    <message>
        <source>&amp;Codes</source>
        <translation>&amp;Codes</translation>
    </message>
    <message>
        <source>&amp;Material</source>
        <translation>&amp;Matériel</translation>
    </message>
    <message>
        <source>&amp;Participant</source>
        <translation>&amp;Participant</translation>
    </message>
    <message>
        <source>&amp;Visit</source>
        <translation>&amp;Visite</translation>
    </message>
    <message>
        <source>C&amp;ollected</source>
        <translation>P&amp;rélevé</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Quantité</translation>
    </message>
    <message>
        <source>Made &amp;from</source>
        <translation>&amp;Fait à partir de</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Les utiliser</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>Registering</name>
    <message>
        <source>Nothing here has the code {code}.</source>
        <translation>Rien ici ne porte le code {code}.</translation>
    </message>
    <message>
        <source>Codes like it: {codes}.</source>
        <translation>Codes ressemblants : {codes}.</translation>
    </message>
    <message>
        <source>Register it…</source>
        <translation>L’enregistrer…</translation>
    </message>
</context>
<context>
    <name>Remark</name>
    <message>
        <source>“{text}” read as {value} ({field})</source>
        <translation>« {text} » lu comme {value} ({field})</translation>
    </message>
    <message>
        <source>{field} taken from the parent: {value}</source>
        <translation>{field} repris du parent : {value}</translation>
    </message>
    <message>
        <source>no material said, so it is {value}</source>
        <translation>aucun matériel indiqué, donc {value}</translation>
    </message>
    <message>
        <source>“{text}” ({field}) can&apos;t be kept with the tube</source>
        <translation>« {text} » ({field}) ne peut pas être gardé avec le tube</translation>
    </message>
    <message>
        <source>{barcode} is in the bank already, with the same facts</source>
        <translation>{barcode} est déjà dans la banque, avec les mêmes données</translation>
    </message>
    <message>
        <source>an empty position ({text})</source>
        <translation>une position vide ({text})</translation>
    </message>
    <message>
        <source>labels on {stock}: {what} ({labels})</source>
        <translation>étiquettes sur {stock} : {what} ({labels})</translation>
    </message>
    <message>
        <source>{what} does not fit its digest: it was changed</source>
        <translation>{what} ne correspond pas à son empreinte : cela a été modifié</translation>
    </message>
    <message>
        <source>the fingerprint is not that of the content</source>
        <translation>l’empreinte n’est pas celle du contenu</translation>
    </message>
    <message>
        <source>the signature is wrong: not made with the key {key}, or the file was changed since</source>
        <translation>la signature est fausse : pas faite avec la clé {key}, ou fichier modifié depuis</translation>
    </message>
    <message>
        <source>line {line} of the list was changed</source>
        <translation>la ligne {line} de la liste a été modifiée</translation>
    </message>
    <message>
        <source>lines of the list changed places, or some are missing or added</source>
        <translation>des lignes de la liste ont changé de place, ou il en manque, ou il y en a de trop</translation>
    </message>
    <message>
        <source>what every line says of the whole (number, version, fingerprint, count), or the columns, was changed</source>
        <translation>ce que chaque ligne dit de l’ensemble (numéro, version, empreinte, nombre) ou les colonnes ont été modifiés</translation>
    </message>
    <message>
        <source>there should be {said} tubes and there are {found}</source>
        <translation>il devrait y avoir {said} tubes et il y en a {found}</translation>
    </message>
    <message>
        <source>the sheet “{sheet}” was changed</source>
        <translation>la feuille « {sheet} » a été modifiée</translation>
    </message>
    <message>
        <source>the sheet “{sheet}” is missing</source>
        <translation>la feuille « {sheet} » manque</translation>
    </message>
    <message>
        <source>the sheet “{sheet}” was added</source>
        <translation>la feuille « {sheet} » a été ajoutée</translation>
    </message>
    <message>
        <source>the manifest contradicts itself or its profile: {what} ({thing})</source>
        <translation>le bordereau se contredit ou contredit son profil : {what} ({thing})</translation>
    </message>
    <message>
        <source>page {page}: no code of a manifest can be read on it</source>
        <translation>page {page} : aucun code de bordereau ne peut y être lu</translation>
    </message>
    <message>
        <source>page {page} belongs to another manifest or version: {code}</source>
        <translation>la page {page} appartient à un autre bordereau ou à une autre version : {code}</translation>
    </message>
    <message>
        <source>this bank never issued a manifest {number}</source>
        <translation>cette banque n’a jamais émis de bordereau {number}</translation>
    </message>
    <message>
        <source>this bank never issued version {version} of {number}; it issued: {known}</source>
        <translation>cette banque n’a jamais émis la version {version} de {number} ; elle a émis : {known}</translation>
    </message>
    <message>
        <source>this bank issued version {version} with another fingerprint: {stored}</source>
        <translation>cette banque a émis la version {version} avec une autre empreinte : {stored}</translation>
    </message>
    <message>
        <source>{field}: “{said}” here, “{stored}” as issued</source>
        <translation>{field} : « {said} » ici, « {stored} » à l’émission</translation>
    </message>
    <message>
        <source>tube {tube}, {field}: “{said}” here, “{stored}” as issued</source>
        <translation>tube {tube}, {field} : « {said} » ici, « {stored} » à l’émission</translation>
    </message>
    <message>
        <source>tube {tube} is here and not in what was issued</source>
        <translation>le tube {tube} est ici et pas dans ce qui a été émis</translation>
    </message>
    <message>
        <source>tube {tube} was issued and is not here</source>
        <translation>le tube {tube} a été émis et n’est pas ici</translation>
    </message>
    <message>
        <source>event {event}, which the file names, is not in the bank&apos;s history</source>
        <translation>l’événement {event}, que le fichier nomme, n’est pas dans l’historique de la banque</translation>
    </message>
    <message>
        <source>this bank has issued a later version since: {version}</source>
        <translation>cette banque a émis une version plus récente depuis : {version}</translation>
    </message>
    <message>
        <source>and {more} more</source>
        <translation>et {more} de plus</translation>
    </message>
    <message>
        <source>page {page}: “{said}” here, “{stored}” in what was issued</source>
        <translation>page {page} : « {said} » ici, « {stored} » dans ce qui a été émis</translation>
    </message>
    <message>
        <source>there should be {stored} pages and there are {said}</source>
        <translation>il devrait y avoir {stored} pages et il y en a {said}</translation>
    </message>
</context>
<context>
    <name>Returning</name>
    <message>
        <source>Still frozen</source>
        <translation>Encore congelé</translation>
    </message>
    <message>
        <source>Thawed</source>
        <translation>Décongelé</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) had been out for {span}. Still frozen?</source>
        <translation>
            <numerusform>%Ln tube est resté sorti {span}. Encore congelé ?</numerusform>
            <numerusform>%Ln tubes sont restés sortis {span}. Encore congelés ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known whether it thawed</source>
        <translation>On ne sait pas s’il a décongelé</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>viewer</source>
        <translation>lecteur</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>opérateur</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>responsable</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>auditeur</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrateur</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Only a manager or an administrator changes this. {name} works here now ({role}).</source>
        <translation>Seul un responsable ou un administrateur change cela. {name} travaille ici en ce moment ({role}).</translation>
    </message>
</context>
<context>
    <name>RulePage</name>
    <message>
        <source>any amount, or 0.5 mL</source>
        <translation>toute quantité, ou 0,5 mL</translation>
    </message>
    <message>
        <source>any visit, or V01, V02</source>
        <translation>toute visite, ou V01, V02</translation>
    </message>
    <message>
        <source>per participant</source>
        <translation>par participant</translation>
    </message>
    <message>
        <source>per participant and visit</source>
        <translation>par participant et visite</translation>
    </message>
    <message>
        <source>&amp;Blind order: drawn by chance, it tells nothing of anybody</source>
        <translation>Ordre en &amp;aveugle : tiré au sort, il ne dit rien de personne</translation>
    </message>
    <message>
        <source>One participant’s tubes &amp;together</source>
        <translation>Tubes d’un participant &amp;ensemble</translation>
    </message>
    <message>
        <source>Counted for</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Puis</translation>
    </message>
    <message>
        <source>&amp;Material</source>
        <translation>&amp;Matériel</translation>
    </message>
    <message>
        <source>At &amp;least</source>
        <translation>Au mo&amp;ins</translation>
    </message>
    <message>
        <source>&amp;Visits</source>
        <translation>&amp;Visites</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>&amp;Combien</translation>
    </message>
    <message>
        <source>P&amp;refer</source>
        <translation>P&amp;référer</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>{code} was replaced on {date}: this tube is {barcode} now.</source>
        <translation>{code} a été remplacé le {date} : ce tube est maintenant {barcode}.</translation>
    </message>
    <message>
        <source>{barcode} is on hold.</source>
        <translation>{barcode} est bloqué.</translation>
    </message>
    <message>
        <source>{barcode}: {status}.</source>
        <translation>{barcode} : {status}.</translation>
    </message>
    <message>
        <source>{barcode} stands at {position} in {box}.</source>
        <translation>{barcode} est en {position} dans {box}.</translation>
    </message>
    <message>
        <source>{position} in {box} is kept for {barcode}.</source>
        <translation>{position} dans {box} est réservée à {barcode}.</translation>
    </message>
    <message>
        <source>{barcode} is on the bench.</source>
        <translation>{barcode} est sur la paillasse.</translation>
    </message>
    <message>
        <source>{barcode} stands nowhere yet.</source>
        <translation>{barcode} n’est encore rangé nulle part.</translation>
    </message>
    <message>
        <source>{code}: {path}</source>
        <translation>{code} : {path}</translation>
    </message>
    <message>
        <source>{code} is a shipment.</source>
        <translation>{code} est un envoi.</translation>
    </message>
    <message>
        <source>{code} is a container that is no longer in use.</source>
        <translation>{code} est un contenant qui n’est plus utilisé.</translation>
    </message>
    <message>
        <source>{code} is an operator&apos;s badge.</source>
        <translation>{code} est le badge d’un opérateur.</translation>
    </message>
    <message>
        <source>{code} is opened.</source>
        <translation>{code} est ouverte.</translation>
    </message>
    <message>
        <source>{code}: {kind}.</source>
        <translation>{code} : {kind}.</translation>
    </message>
    <message>
        <source>Nothing here has the code {code}.</source>
        <translation>Rien ici ne porte le code {code}.</translation>
    </message>
    <message>
        <source>Codes like it: {codes}.</source>
        <translation>Codes ressemblants : {codes}.</translation>
    </message>
    <message>
        <source>This scan can be read as {codes}. Type the code that stands beside it.</source>
        <translation>Ce scan peut se lire {codes}. Tapez le code imprimé à côté.</translation>
    </message>
    <message>
        <source>{label} is a position. Open a box first.</source>
        <translation>{label} est une position. Ouvrez d’abord une boîte.</translation>
    </message>
    <message>
        <source>{box} has no position {label}: they go from {first} to {last}.</source>
        <translation>{box} n’a pas de position {label} : elles vont de {first} à {last}.</translation>
    </message>
    <message>
        <source>{code} is no command of this program.</source>
        <translation>{code} n’est pas une commande de ce programme.</translation>
    </message>
    <message>
        <source>Scan the tube first, then {label}.</source>
        <translation>Scannez d’abord le tube, puis {label}.</translation>
    </message>
    <message>
        <source>Scan the tube first.</source>
        <translation>Scannez d’abord le tube.</translation>
    </message>
    <message>
        <source>The last tube was scanned more than {seconds} seconds ago. Scan it again.</source>
        <translation>Le dernier tube a été scanné il y a plus de {seconds} secondes. Scannez-le de nouveau.</translation>
    </message>
    <message>
        <source>The last tube was scanned by {name}. Scan it again.</source>
        <translation>Le dernier tube a été scanné par {name}. Scannez-le de nouveau.</translation>
    </message>
    <message>
        <source>The tube before is still being recorded. Scan again.</source>
        <translation>Le tube précédent est encore en cours d’enregistrement. Scannez de nouveau.</translation>
    </message>
    <message>
        <source>Choose a position first: scan its card, click it or use the arrows.</source>
        <translation>Choisissez d’abord une position : scannez sa carte, cliquez dessus ou utilisez les flèches.</translation>
    </message>
</context>
<context>
    <name>ScanTarget</name>
    <message>
        <source>No bank is open.</source>
        <translation>Aucune banque n’est ouverte.</translation>
    </message>
    <message>
        <source>This is the test card of the scanner: it is for the set-up.</source>
        <translation>C’est la carte d’essai du scanner : elle sert à son réglage.</translation>
    </message>
    <message>
        <source>The scan did not arrive whole. Scan again.</source>
        <translation>Le scan n’est pas arrivé entier. Scannez de nouveau.</translation>
    </message>
    <message>
        <source>Answer or close the open dialog first, then scan again.</source>
        <translation>Répondez d’abord à la fenêtre ouverte ou fermez-la, puis scannez de nouveau.</translation>
    </message>
</context>
<context>
    <name>ScanWork</name>
    <message>
        <source>{position} ← {tube}</source>
        <translation>{position} ← {tube}</translation>
    </message>
</context>
<context>
    <name>ScannerSetupDialog</name>
    <message>
        <source>Set up the scanner</source>
        <translation>Régler le scanner</translation>
    </message>
    <message>
        <source>Scan a Data Matrix or Code 128 that holds this text. Any label program can print it as a card to keep.</source>
        <translation>Scannez un Data Matrix ou un Code 128 qui contient ce texte. Tout logiciel d’étiquettes peut l’imprimer sur une carte à garder.</translation>
    </message>
    <message>
        <source>Text of the test card</source>
        <translation>Texte de la carte d’essai</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Tones for right, wrong and attention</source>
        <translation>&amp;Sons pour juste, faux et attention</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Garder</translation>
    </message>
    <message>
        <source>&amp;Forget the set-up</source>
        <translation>&amp;Oublier le réglage</translation>
    </message>
    <message>
        <source>The scanner types too slowly. Shorten the delay between its characters, and scan again.</source>
        <translation>Le scanner tape trop lentement. Réduisez le délai entre ses caractères et scannez de nouveau.</translation>
    </message>
    <message>
        <source>The card was recognised. Keep this?</source>
        <translation>La carte est reconnue. Garder ce réglage ?</translation>
    </message>
    <message>
        <source>This is another code than the test card.</source>
        <translation>Ce n’est pas le code de la carte d’essai.</translation>
    </message>
    <message>
        <source>Characters of the card did not arrive. Set the scanner to the keyboard layout of this computer, and scan again.</source>
        <translation>Des caractères de la carte ne sont pas arrivés. Réglez le scanner sur la disposition du clavier de cet ordinateur et scannez de nouveau.</translation>
    </message>
    <message>
        <source>fits the scanner</source>
        <translation>convient au scanner</translation>
    </message>
    <message>
        <source>a US scanner on a French layout, which is put right</source>
        <translation>scanner américain sur un clavier français ; c’est corrigé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) arrive as others, which is put right</source>
        <translation>
            <numerusform>%Ln caractère arrive changé ; c’est corrigé</numerusform>
            <numerusform>%Ln caractères arrivent changés ; c’est corrigé</numerusform>
        </translation>
    </message>
    <message>
        <source>on: capitals and small letters are put right</source>
        <translation>active : majuscules et minuscules sont rétablies</translation>
    </message>
    <message>
        <source>off</source>
        <translation>inactive</translation>
    </message>
    <message>
        <source>{mark}, taken away</source>
        <translation>{mark}, retirée</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Keyboard layout</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Verr. maj.</translation>
    </message>
    <message>
        <source>Symbology mark</source>
        <translation>Marque de symbologie</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>{ms} ms at most between two keys</source>
        <translation>{ms} ms au plus entre deux touches</translation>
    </message>
    <message>
        <source>Before or after the code, only signs that no code has are safe, such as ~ or *.</source>
        <translation>Avant ou après le code, seuls des signes qu’aucun code ne contient sont sûrs, comme ~ ou *.</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Conseil</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Before the code</source>
        <translation>Avant le code</translation>
    </message>
    <message>
        <source>After the code</source>
        <translation>Après le code</translation>
    </message>
    <message>
        <source>Nothing is set up: codes are taken as the scanner sends them. Waiting for the card…</source>
        <translation>Rien n’est réglé : les codes sont pris tels que le scanner les envoie. En attente de la carte…</translation>
    </message>
    <message>
        <source>This is set up. Waiting for the card…</source>
        <translation>Voici le réglage. En attente de la carte…</translation>
    </message>
    <message>
        <source>The scanner sends no end key. Switch on Enter or Tab after the code in its own settings.</source>
        <translation>Le scanner n’envoie pas de touche de fin. Activez Entrée ou Tab après le code dans ses propres réglages.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Scan or search tubes, boxes, participants</source>
        <translation>Scanner ou chercher tubes, boîtes, participants</translation>
    </message>
    <message>
        <source>Scan or search</source>
        <translation>Scanner ou rechercher</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Code-barres</translation>
    </message>
    <message>
        <source>Empty the search field</source>
        <translation>Vider le champ de recherche</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln tube(s)</source>
        <translation>
            <numerusform>Afficher %Ln tube</numerusform>
            <numerusform>Afficher les %Ln tubes</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>No tube matches</source>
        <translation>Aucun tube ne correspond</translation>
    </message>
    <message>
        <source>Nothing is called {text}. Did you mean {other}?</source>
        <translation>Rien ne s’appelle {text}. Vouliez-vous dire {other} ?</translation>
    </message>
    <message>
        <source>Nothing is called {text} in this bank</source>
        <translation>Rien ne s’appelle {text} dans cette banque</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
    <message>
        <source>{code} was replaced on {date}; this is what it stood for.</source>
        <translation>{code} a été remplacé le {date} ; voici ce qu’il désignait.</translation>
    </message>
    <message>
        <source>{code} is an operator&apos;s badge.</source>
        <translation>{code} est le badge d’un opérateur.</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln box(es)</source>
        <translation>
            <numerusform>dans %Ln boîte</numerusform>
            <numerusform>dans %Ln boîtes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>&amp;Search for</source>
        <translation>Rec&amp;hercher</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
</context>
<context>
    <name>SecondBox</name>
    <message>
        <source>Show alone</source>
        <translation>Montrer seule</translation>
    </message>
    <message>
        <source>Close this box</source>
        <translation>Fermer cette boîte</translation>
    </message>
    <message>
        <source>{count} free</source>
        <translation>libres : {count}</translation>
    </message>
</context>
<context>
    <name>Shipment</name>
    <message>
        <source>{step}, recipient not chosen</source>
        <translation>{step}, destinataire à choisir</translation>
    </message>
    <message>
        <source>{step}, to {whom}</source>
        <translation>{step}, vers {whom}</translation>
    </message>
    <message>
        <source>{step}, from {whom}</source>
        <translation>{step}, de {whom}</translation>
    </message>
    <message>
        <source>, replace or remove</source>
        <translation> : remplacer ou retirer</translation>
    </message>
    <message>
        <source>, replace or overrule</source>
        <translation> : remplacer ou passer outre</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Retrieved</source>
        <translation>Prélevé</translation>
    </message>
    <message>
        <source>{state}, overruled: {reason}</source>
        <translation>{state}, passé outre : {reason}</translation>
    </message>
    <message>
        <source>{outcome}, settled: {how}</source>
        <translation>{outcome}, réglé : {how}</translation>
    </message>
    <message>
        <source>Below {amount}</source>
        <translation>Moins de {amount}</translation>
    </message>
    <message>
        <source>Box {number}, {position}</source>
        <translation>Boîte {number}, {position}</translation>
    </message>
    <message>
        <source>arrived {date}</source>
        <translation>arrivé : {date}</translation>
    </message>
    <message>
        <source>sent {date}</source>
        <translation>remis : {date}</translation>
    </message>
    <message>
        <source>planned {date}</source>
        <translation>prévu : {date}</translation>
    </message>
    <message>
        <source>All that is known of a tube: code, participant, visit, date and site.</source>
        <translation>Tout ce que l’on sait d’un tube : code, participant, visite, date et centre.</translation>
    </message>
    <message>
        <source>Tube code and material; no participant, visit, date or site.</source>
        <translation>Code du tube et matériel ; ni participant, ni visite, ni date, ni centre.</translation>
    </message>
    <message>
        <source>A new code for each tube and its material, in a random order. The key stays in this bank. Each tube needs a label with its new code over the old one.</source>
        <translation>Un nouveau code par tube et son matériel, dans un ordre aléatoire. La clé reste dans cette banque. Chaque tube reçoit une étiquette avec son nouveau code par-dessus l’ancienne.</translation>
    </message>
    <message>
        <source>Finish packing</source>
        <translation>Terminer l’emballage</translation>
    </message>
    <message>
        <source>Dispatch…</source>
        <translation>Remettre…</translation>
    </message>
    <message>
        <source>Receive…</source>
        <translation>Réceptionner…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
</context>
<context>
    <name>ShipmentList</name>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>To or from</source>
        <translation>Vers ou de</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Tubes</source>
        <translation>Tubes</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Emballés</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Écarts</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>pas encore choisi</translation>
    </message>
    <message>
        <source>to {whom}</source>
        <translation>vers {whom}</translation>
    </message>
    <message>
        <source>from {whom}</source>
        <translation>de {whom}</translation>
    </message>
</context>
<context>
    <name>ShipmentPane</name>
    <message>
        <source>Preview manifest</source>
        <translation>Aperçu du bordereau</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Écarts</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Choose tubes</source>
        <translation>Choisir les tubes</translation>
    </message>
    <message>
        <source>Pack boxes</source>
        <translation>Emballer</translation>
    </message>
    <message>
        <source>Transport details</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Before hand-over</source>
        <translation>Avant la remise</translation>
    </message>
    <message>
        <source>Before closing</source>
        <translation>Avant la clôture</translation>
    </message>
    <message>
        <source>Still missing:
{what}</source>
        <translation>Il manque encore :
{what}</translation>
    </message>
</context>
<context>
    <name>ShipmentsPane</name>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>No shipment yet</source>
        <translation>Pas encore d’envoi</translation>
    </message>
    <message>
        <source>Find the tubes that are wanted, then press “New shipment”: it begins with what was found. A parcel that comes from elsewhere is announced by the file that its sender gives.</source>
        <translation>Cherchez les tubes demandés, puis cliquez sur « Nouvel envoi » : il commence avec ce qui a été trouvé. Un colis venu d’ailleurs s’annonce par le fichier que donne son expéditeur.</translation>
    </message>
    <message>
        <source>New shipment…</source>
        <translation>Nouvel envoi…</translation>
    </message>
    <message>
        <source>Announce a parcel from a file…</source>
        <translation>Annoncer un colis à partir d’un fichier…</translation>
    </message>
    <message>
        <source>Every step ({count})</source>
        <translation>Toutes les étapes ({count})</translation>
    </message>
    <message>
        <source>{step} ({count})</source>
        <translation>{step} ({count})</translation>
    </message>
</context>
<context>
    <name>Shipping</name>
    <message>
        <source>Shipment begun with {tubes}.</source>
        <translation>Envoi commencé avec {tubes}.</translation>
    </message>
    <message>
        <source>No shipment is a draft: begin one.</source>
        <translation>Aucun envoi n’est en brouillon : commencez-en un.</translation>
    </message>
    <message>
        <source>New shipment…</source>
        <translation>Nouvel envoi…</translation>
    </message>
    <message>
        <source>The details of {number} are saved.</source>
        <translation>Les détails de {number} sont enregistrés.</translation>
    </message>
    <message>
        <source>What it said before stays in the history.</source>
        <translation>Ce qu’elle disait avant reste dans l’historique.</translation>
    </message>
    <message>
        <source>The manifest that was sent stays as it is.</source>
        <translation>Le bordereau envoyé reste tel quel.</translation>
    </message>
    <message>
        <source>The note on {number} is saved.</source>
        <translation>La note sur {number} est enregistrée.</translation>
    </message>
    <message>
        <source>The packages of {number} are saved.</source>
        <translation>Les colis de {number} sont enregistrés.</translation>
    </message>
    <message>
        <source>Transport details…</source>
        <translation>Détails du transport…</translation>
    </message>
    <message>
        <source>Packages…</source>
        <translation>Colis…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Note…</translation>
    </message>
    <message>
        <source>Pick list for what is to be fetched</source>
        <translation>Liste de prélèvement de ce qui reste à prélever</translation>
    </message>
    <message>
        <source>For {number}</source>
        <translation>Pour {number}</translation>
    </message>
    <message>
        <source>The pick list of {number} has {tubes}.</source>
        <translation>La liste de prélèvement de {number} compte {tubes}.</translation>
    </message>
    <message>
        <source>Added {tubes} to the shipment.</source>
        <translation>Ajouté à l’envoi : {tubes}.</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>Étiquettes…</translation>
    </message>
    <message>
        <source>Save the receipt…</source>
        <translation>Enregistrer le reçu…</translation>
    </message>
    <message>
        <source>Add tubes…</source>
        <translation>Ajouter des tubes…</translation>
    </message>
    <message>
        <source>Boxes…</source>
        <translation>Boîtes…</translation>
    </message>
    <message>
        <source>Pack all that is on the bench without scanning</source>
        <translation>Emballer sans scanner tout ce qui est sur la paillasse</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
</context>
<context>
    <name>Signature</name>
    <message>
        <source>It is not signed.</source>
        <translation>Il n’est pas signé.</translation>
    </message>
    <message>
        <source>It is signed with the key {key}; whose that is, only a bank can tell.</source>
        <translation>Il est signé avec la clé {key} ; seule une banque peut dire à qui elle appartient.</translation>
    </message>
    <message>
        <source>It is signed with the key {key}, which is this bank&apos;s own.</source>
        <translation>Il est signé avec la clé {key}, qui est celle de cette banque.</translation>
    </message>
    <message>
        <source>It is signed with the key {key}, which this bank has noted for: {names}.</source>
        <translation>Il est signé avec la clé {key}, que cette banque a notée pour : {names}.</translation>
    </message>
    <message>
        <source>It is signed with the key {key}, which this bank does not know.</source>
        <translation>Il est signé avec la clé {key}, que cette banque ne connaît pas.</translation>
    </message>
</context>
<context>
    <name>SiteDesk</name>
    <message>
        <source>The bank signs with the key {key} from now on. Give its public half to those you send to.</source>
        <translation>La banque signe désormais avec la clé {key}. Donnez sa clé publique à vos destinataires.</translation>
    </message>
    <message>
        <source>The site rules are set.</source>
        <translation>Les règles du site sont appliquées.</translation>
    </message>
</context>
<context>
    <name>SiteRulesDialog</name>
    <message>
        <source>Site rules</source>
        <translation>Règles du site</translation>
    </message>
    <message>
        <source>These belong to the bank, whoever opens it; each change stands in its history.</source>
        <translation>Elles font partie de la banque, quel que soit celui qui l’ouvre ; chaque changement figure dans son historique.</translation>
    </message>
    <message>
        <source>&amp;Two persons hand over each parcel</source>
        <translation>&amp;Deux personnes remettent chaque colis</translation>
    </message>
    <message>
        <source>Pace and &amp;limits…</source>
        <translation>Rythme et &amp;limites…</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Remise du colis</translation>
    </message>
    <message>
        <source>Out of storage</source>
        <translation>Hors du stockage</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Keys of others</source>
        <translation>Clés des autres</translation>
    </message>
    <message>
        <source>A tube is out for {limit} min at most, from nitrogen for {nitrogen} min.</source>
        <translation>Un tube reste dehors {limit} min au plus, hors de l’azote {nitrogen} min.</translation>
    </message>
</context>
<context>
    <name>StartPane</name>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Every tube in its place, and every place in its freezer.</source>
        <translation>Chaque tube à sa place, et chaque place dans son congélateur.</translation>
    </message>
    <message>
        <source>A .freezer file on this computer</source>
        <translation>Un fichier .freezer de cet ordinateur</translation>
    </message>
    <message>
        <source>An empty bank, ready for its freezers and boxes</source>
        <translation>Une banque vide, prête pour ses congélateurs et ses boîtes</translation>
    </message>
    <message>
        <source>A whole trial&apos;s bank with 53,510 tubes, to try everything</source>
        <translation>La banque d’un essai entier, 53 510 tubes, pour tout essayer</translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation>Ouvertes récemment</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Ouverture de {name}…</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>in use</source>
        <translation>en service</translation>
    </message>
    <message>
        <source>defrosting</source>
        <translation>en dégivrage</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>secours</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>en panne</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>expected</source>
        <translation>attendu</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>stocké</translation>
    </message>
    <message>
        <source>on the bench</source>
        <translation>sur la paillasse</translation>
    </message>
    <message>
        <source>in a shipment</source>
        <translation>dans un envoi</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>expédié</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>épuisé</translation>
    </message>
    <message>
        <source>destroyed</source>
        <translation>détruit</translation>
    </message>
    <message>
        <source>void</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>en place</translation>
    </message>
    <message>
        <source>away</source>
        <translation>parti</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>retiré</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{name} (declared)</source>
        <translation>{name} (déclaré)</translation>
    </message>
    <message>
        <source>History verified, {count} events</source>
        <translation>Historique vérifié, {count} événements</translation>
    </message>
    <message>
        <source>Newest {checked} of {count} events verified</source>
        <translation>{checked} derniers événements vérifiés sur {count}</translation>
    </message>
    <message>
        <source>Change who works here</source>
        <translation>Changer qui travaille ici</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop verifying the bank</source>
        <translation>Arrêter la vérification de la banque</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Head of the chain: {head}</source>
        <translation>Tête de chaîne : {head}</translation>
    </message>
    <message>
        <source>Verifying the bank…</source>
        <translation>Vérification de la banque…</translation>
    </message>
    <message>
        <source>Verifying the bank: {share} %</source>
        <translation>Vérification de la banque : {share} %</translation>
    </message>
</context>
<context>
    <name>StepsLine</name>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>{step}, done</source>
        <translation>{step}, fait</translation>
    </message>
</context>
<context>
    <name>StockDrawing</name>
    <message>
        <source>Drawing of the labels</source>
        <translation>Dessin des étiquettes</translation>
    </message>
</context>
<context>
    <name>StockForm</name>
    <message>
        <source>tubes of 2 ml</source>
        <translation>tubes de 2 ml</translation>
    </message>
    <message>
        <source>the maker&apos;s data sheet, or measured with a ruler</source>
        <translation>fiche du fabricant, ou mesuré à la règle</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Feuilles</translation>
    </message>
    <message>
        <source>A roll</source>
        <translation>Rouleau</translation>
    </message>
    <message>
        <source>Rectangles</source>
        <translation>Rectangles</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Cercles</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>Autre format</translation>
    </message>
    <message>
        <source>Only a part takes &amp;print</source>
        <translation>Une partie seulement est &amp;imprimable</translation>
    </message>
    <message>
        <source>A piece for the &amp;cap</source>
        <translation>Une pastille pour le &amp;bouchon</translation>
    </message>
    <message>
        <source>Liquid nitrogen, −196 °C</source>
        <translation>L’azote liquide, −196 °C</translation>
    </message>
    <message>
        <source>A deep freezer, −80 °C</source>
        <translation>Un congélateur à −80 °C</translation>
    </message>
    <message>
        <source>No cold</source>
        <translation>Aucun froid</translation>
    </message>
    <message>
        <source>Nobody states it</source>
        <translation>Rien n’est indiqué</translation>
    </message>
    <message>
        <source>Any printer</source>
        <translation>Toute imprimante</translation>
    </message>
    <message>
        <source>Laser printers</source>
        <translation>Imprimantes laser</translation>
    </message>
    <message>
        <source>Inkjet printers</source>
        <translation>Imprimantes à jet d’encre</translation>
    </message>
    <message>
        <source>Label printers with ribbon</source>
        <translation>Imprimantes d’étiquettes à ruban</translation>
    </message>
    <message>
        <source>Label printers without ribbon</source>
        <translation>Imprimantes d’étiquettes sans ruban</translation>
    </message>
    <message>
        <source>from the left</source>
        <translation>du bord gauche</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>du haut</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>de large</translation>
    </message>
    <message>
        <source>high</source>
        <translation>de haut</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Used for</source>
        <translation>&amp;Usage</translation>
    </message>
    <message>
        <source>Numbers &amp;from</source>
        <translation>&amp;Source des mesures</translation>
    </message>
    <message>
        <source>&amp;Assumed</source>
        <translation>Supp&amp;osé</translation>
    </message>
    <message>
        <source>Comes a&amp;s</source>
        <translation>Présen&amp;tation</translation>
    </message>
    <message>
        <source>Labels a&amp;re</source>
        <translation>&amp;Forme</translation>
    </message>
    <message>
        <source>&amp;Bears</source>
        <translation>Suppo&amp;rte</translation>
    </message>
    <message>
        <source>Ma&amp;de for</source>
        <translation>Pré&amp;vu pour</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>Éti&amp;quette</translation>
    </message>
    <message>
        <source>C&amp;orner radius</source>
        <translation>Ra&amp;yon des coins</translation>
    </message>
    <message>
        <source>Printabl&amp;e</source>
        <translation>Imprimab&amp;le</translation>
    </message>
    <message>
        <source>M&amp;iddle of the cap</source>
        <translation>&amp;Centre de la pastille</translation>
    </message>
    <message>
        <source>Dia&amp;meter</source>
        <translation>&amp;Diamètre</translation>
    </message>
    <message>
        <source>Pa&amp;ge</source>
        <translation>Pa&amp;ge</translation>
    </message>
    <message>
        <source>Labels on i&amp;t</source>
        <translation>Étiquettes par f&amp;euille</translation>
    </message>
    <message>
        <source>across</source>
        <translation>en largeur</translation>
    </message>
    <message>
        <source>down</source>
        <translation>en hauteur</translation>
    </message>
    <message>
        <source>T&amp;he first</source>
        <translation>La pre&amp;mière</translation>
    </message>
    <message>
        <source>From one to the ne&amp;xt</source>
        <translation>De l’une à l’&amp;autre</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>À remplir.</translation>
    </message>
</context>
<context>
    <name>StorageMap</name>
    <message>
        <source>{unit}, front</source>
        <translation>{unit}, de face</translation>
    </message>
    <message>
        <source>{unit}, from above</source>
        <translation>{unit}, vu du dessus</translation>
    </message>
    <message>
        <source>brighter is fuller</source>
        <translation>plus clair : plus plein</translation>
    </message>
    <message>
        <source>darker is fuller</source>
        <translation>plus foncé : plus plein</translation>
    </message>
</context>
<context>
    <name>StoragePane</name>
    <message>
        <source>Storage map</source>
        <translation>Plan du stockage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln boîte</numerusform>
            <numerusform>%Ln boîtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) in place</source>
        <translation>
            <numerusform>%Ln tube en place</numerusform>
            <numerusform>%Ln tubes en place</numerusform>
        </translation>
    </message>
    <message>
        <source>All storage</source>
        <translation>Tout le stockage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln freezer(s)</source>
        <translation>
            <numerusform>%Ln congélateur</numerusform>
            <numerusform>%Ln congélateurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chest(s)</source>
        <translation>
            <numerusform>%Ln congélateur coffre</numerusform>
            <numerusform>%Ln congélateurs coffres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tank(s)</source>
        <translation>
            <numerusform>%Ln cuve</numerusform>
            <numerusform>%Ln cuves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dewar(s)</source>
        <translation>
            <numerusform>%Ln dewar</numerusform>
            <numerusform>%Ln dewars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cabinet(s)</source>
        <translation>
            <numerusform>%Ln armoire</numerusform>
            <numerusform>%Ln armoires</numerusform>
        </translation>
    </message>
    <message>
        <source>Boxes holding matches for “{search}” are lit. Click a box to open it.</source>
        <translation>Les boîtes contenant des résultats pour « {search} » sont en couleur. Cliquez sur une boîte pour l’ouvrir.</translation>
    </message>
</context>
<context>
    <name>StorageTreePane</name>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>tube</source>
        <translation>tube</translation>
    </message>
    <message>
        <source>container</source>
        <translation>contenant</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>banque</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>opérateur</translation>
    </message>
    <message>
        <source>material</source>
        <translation>matériel</translation>
    </message>
    <message>
        <source>study</source>
        <translation>étude</translation>
    </message>
    <message>
        <source>site</source>
        <translation>site</translation>
    </message>
    <message>
        <source>participant</source>
        <translation>participant</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>visite</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>prélèvement</translation>
    </message>
    <message>
        <source>container type</source>
        <translation>type de contenant</translation>
    </message>
    <message>
        <source>labelling</source>
        <translation>étiquetage</translation>
    </message>
    <message>
        <source>field</source>
        <translation>champ</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>site rule</source>
        <translation>règle du site</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>shipment</source>
        <translation>envoi</translation>
    </message>
    <message>
        <source>package</source>
        <translation>colis</translation>
    </message>
    <message>
        <source>box of a shipment</source>
        <translation>boîte d’un envoi</translation>
    </message>
    <message>
        <source>line of a shipment</source>
        <translation>ligne d’un envoi</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>bordereau</translation>
    </message>
    <message>
        <source>pick list</source>
        <translation>liste de prélèvement</translation>
    </message>
    <message>
        <source>line of a pick list</source>
        <translation>ligne de prélèvement</translation>
    </message>
</context>
<context>
    <name>SubstituteDialog</name>
    <message>
        <source>Replace {tube}</source>
        <translation>Remplacer {tube}</translation>
    </message>
    <message>
        <source>Free tubes of the same material: other aliquots of the same parent first, then the same visit.</source>
        <translation>Tubes libres du même matériel : d’abord les autres aliquotes du même parent, puis la même visite.</translation>
    </message>
    <message>
        <source>Tube</source>
        <translation>Tube</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Thaws</source>
        <translation>Décong.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Substitutes</source>
        <translation>Remplaçants</translation>
    </message>
    <message>
        <source>No other tube can take its place: remove it from the list instead.</source>
        <translation>Aucun autre tube ne peut prendre sa place : retirez-le plutôt de la liste.</translation>
    </message>
    <message>
        <source>Not in its position</source>
        <translation>Pas à sa position</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Too little left</source>
        <translation>Il en reste trop peu</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Abîmé</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi ?</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Raison</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>same parent</source>
        <translation>même parent</translation>
    </message>
    <message>
        <source>same participant and visit</source>
        <translation>même participant et visite</translation>
    </message>
</context>
<context>
    <name>Symbology</name>
    <message>
        <source>Data Matrix, rectangular</source>
        <translation>Data Matrix rectangulaire</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>free</source>
        <translation>libre</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>To another institution</source>
        <translation>Vers une autre institution</translation>
    </message>
    <message>
        <source>Within the institution</source>
        <translation>Dans l’institution</translation>
    </message>
    <message>
        <source>Return to the sender</source>
        <translation>Retour à l’expéditeur</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Responsible, 24 h</source>
        <translation>Responsable, 24 h</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>Kept cold by</source>
        <translation>Maintenu au froid par</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Transporteur</translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation>Lettre de transport</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Scellé</translation>
    </message>
    <message>
        <source>Logger</source>
        <translation>Enregistreur</translation>
    </message>
    <message>
        <source>Overpack</source>
        <translation>Suremballage</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>In transit at most</source>
        <translation>Transport, au plus</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>But</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>In each tube</source>
        <translation>Dans chaque tube</translation>
    </message>
    <message>
        <source>at least {amount}</source>
        <translation>au moins {amount}</translation>
    </message>
    <message>
        <source>Papers tell</source>
        <translation>Les papiers disent</translation>
    </message>
    <message>
        <source>One participant</source>
        <translation>Un participant</translation>
    </message>
    <message>
        <source>tubes stay together</source>
        <translation>tubes gardés ensemble</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>by two persons</source>
        <translation>à deux personnes</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Marchandise</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Tariff code</source>
        <translation>Code douanier</translation>
    </message>
    <message>
        <source>Incoterm</source>
        <translation>Incoterm</translation>
    </message>
    <message>
        <source>Reason for export</source>
        <translation>Raison de l’exportation</translation>
    </message>
    <message>
        <source>Permits</source>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>Package {number}</source>
        <translation>Colis {number}</translation>
    </message>
    <message>
        <source>{mass} gross</source>
        <translation>{mass} brut</translation>
    </message>
    <message>
        <source>{mass} of dry ice</source>
        <translation>{mass} de neige carbonique</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>at most {degrees}</source>
        <translation>au plus {degrees}</translation>
    </message>
    <message>
        <source>at least {degrees}</source>
        <translation>au moins {degrees}</translation>
    </message>
    <message>
        <source>box {numbers}</source>
        <translation>boîte {numbers}</translation>
    </message>
    <message>
        <source>not said yet</source>
        <translation>pas encore renseigné</translation>
    </message>
</context>
<context>
    <name>TransportDialog</name>
    <message>
        <source>Details of {number}</source>
        <translation>Détails de {number}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Keep one participant’s tubes to&amp;gether (blind order)</source>
        <translation>&amp;Garder ensemble les tubes d’un participant (ordre aveugle)</translation>
    </message>
    <message>
        <source>&amp;Two persons hand over: another operator confirms</source>
        <translation>Remise à deux : un autre &amp;opérateur confirme</translation>
    </message>
    <message>
        <source>The packages stand in an over&amp;pack</source>
        <translation>Les colis sont dans un suremballa&amp;ge</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Customs</source>
        <translation>Douane</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Pas encore choisi</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>2026-03-14</source>
        <translation>2026-03-14</translation>
    </message>
    <message>
        <source>any amount, or 200 µL</source>
        <translation>toute quantité, ou 200 µL</translation>
    </message>
    <message>
        <source>Date of the agreement</source>
        <translation>Date de l’accord</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>&amp;Destinataire</translation>
    </message>
    <message>
        <source>S&amp;ender</source>
        <translation>E&amp;xpéditeur</translation>
    </message>
    <message>
        <source>Also te&amp;ll</source>
        <translation>Prévenir au&amp;ssi</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>T&amp;ype</translation>
    </message>
    <message>
        <source>P&amp;urpose</source>
        <translation>B&amp;ut</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>É&amp;tude</translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation>D&amp;emande</translation>
    </message>
    <message>
        <source>&amp;Agreement</source>
        <translation>&amp;Accord</translation>
    </message>
    <message>
        <source>At least in each tu&amp;be</source>
        <translation>Au moins par tu&amp;be</translation>
    </message>
    <message>
        <source>Papers &amp;disclose</source>
        <translation>Les &amp;papiers disent</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>2026-03-14T09:30</source>
        <translation>2026-03-14T09:30</translation>
    </message>
    <message>
        <source>The class is chosen by the person who answers for it; the program proposes none.</source>
        <translation>La classe est choisie par la personne qui en répond ; le programme n’en propose aucune.</translation>
    </message>
    <message>
        <source>To, °C</source>
        <translation>À, °C</translation>
    </message>
    <message>
        <source>&amp;Classification</source>
        <translation>&amp;Classification</translation>
    </message>
    <message>
        <source>&amp;Kept cold by</source>
        <translation>Maintenu au &amp;froid par</translation>
    </message>
    <message>
        <source>&amp;From, to (°C)</source>
        <translation>&amp;De, à (°C)</translation>
    </message>
    <message>
        <source>Ca&amp;rrier</source>
        <translation>&amp;Transporteur</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>Ser&amp;vice</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>Compt&amp;e</translation>
    </message>
    <message>
        <source>Air &amp;waybill</source>
        <translation>&amp;Lettre de transport</translation>
    </message>
    <message>
        <source>S&amp;eal</source>
        <translation>&amp;Scellé</translation>
    </message>
    <message>
        <source>&amp;Logger</source>
        <translation>En&amp;registreur</translation>
    </message>
    <message>
        <source>Plan&amp;ned</source>
        <translation>&amp;Prévu</translation>
    </message>
    <message>
        <source>E&amp;xpected</source>
        <translation>Atte&amp;ndu</translation>
    </message>
    <message>
        <source>&amp;Hours in transit, at most</source>
        <translation>&amp;Heures de transport, au plus</translation>
    </message>
    <message>
        <source>&amp;Goods</source>
        <translation>&amp;Marchandise</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Valeur</translation>
    </message>
    <message>
        <source>C&amp;urrency</source>
        <translation>Monnai&amp;e</translation>
    </message>
    <message>
        <source>&amp;Origin</source>
        <translation>&amp;Origine</translation>
    </message>
    <message>
        <source>&amp;Tariff code</source>
        <translation>Code &amp;douanier</translation>
    </message>
    <message>
        <source>&amp;Incoterm</source>
        <translation>&amp;Incoterm</translation>
    </message>
    <message>
        <source>&amp;Reason for export</source>
        <translation>&amp;Raison de l’exportation</translation>
    </message>
    <message>
        <source>&amp;Permits</source>
        <translation>A&amp;utorisations</translation>
    </message>
    <message>
        <source>Settled with packing: reopen packing to change it.</source>
        <translation>Arrêté avec l’emballage : rouvrez l’emballage pour le changer.</translation>
    </message>
    <message>
        <source>“{text}” is no whole number.</source>
        <translation>« {text} » n’est pas un nombre entier.</translation>
    </message>
</context>
<context>
    <name>Tube</name>
    <message>
        <source>{material}, aliquot {number} of {count}</source>
        <translation>{material}, aliquote {number} sur {count}</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>{position} in {box}</source>
        <translation>{position} dans {box}</translation>
    </message>
    <message>
        <source>{position} in {box}, kept</source>
        <translation>{position} dans {box}, gardée</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Out for</source>
        <translation>Sorti depuis</translation>
    </message>
    <message>
        <source>Place known</source>
        <translation>Place connue</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>{code} (coded)</source>
        <translation>{code} (codé)</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Prélevé</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>Concentration</translation>
    </message>
    <message>
        <source>Freeze–thaw</source>
        <translation>Décongélations</translation>
    </message>
    <message>
        <source>Out before</source>
        <translation>Déjà sorti</translation>
    </message>
    <message>
        <source>Stored since</source>
        <translation>Stocké depuis</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expire</translation>
    </message>
    <message>
        <source>SPREC</source>
        <translation>SPREC</translation>
    </message>
    <message>
        <source>Tube</source>
        <translation>Tube</translation>
    </message>
    <message>
        <source>Also coded</source>
        <translation>Autre code</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>On hold: {kind}</source>
        <translation>Bloqué : {kind}</translation>
    </message>
    <message>
        <source>aliquot {number} of {count}</source>
        <translation>aliquote {number} sur {count}</translation>
    </message>
    <message>
        <source>{line} (this)</source>
        <translation>{line} (celui-ci)</translation>
    </message>
    <message>
        <source>note: “{note}”</source>
        <translation>note : « {note} »</translation>
    </message>
    <message>
        <source>note removed</source>
        <translation>note retirée</translation>
    </message>
    <message>
        <source>late entry</source>
        <translation>saisie tardive</translation>
    </message>
    <message>
        <source>Recorded {moment}, event {number}</source>
        <translation>Enregistré le {moment}, événement {number}</translation>
    </message>
    <message>
        <source>Done {date}</source>
        <translation>Fait le {date}</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} jours</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>Masse</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>{now} of {initial}</source>
        <translation>{now} sur {initial}</translation>
    </message>
    <message>
        <source>none (derivative)</source>
        <translation>aucun (dérivé)</translation>
    </message>
    <message>
        <source>{count} of max {limit}</source>
        <translation>{count} sur {limit} au plus</translation>
    </message>
</context>
<context>
    <name>TubesFrom</name>
    <message>
        <source>A list of codes</source>
        <translation>Une liste de codes</translation>
    </message>
    <message>
        <source>No tube yet</source>
        <translation>Pas encore de tube</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissés de côté</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>cells</source>
        <translation>cellules</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>pièces</translation>
    </message>
</context>
<context>
    <name>UnitMap</name>
    <message>
        <source>{used} of {total} box slots taken</source>
        <translation>boîtes : {used} sur {total}</translation>
    </message>
    <message>
        <source>set {degrees}</source>
        <translation>réglé {degrees}</translation>
    </message>
    <message>
        <source>vapour, {set}</source>
        <translation>vapeur, {set}</translation>
    </message>
    <message>
        <source>liquid, {set}</source>
        <translation>liquide, {set}</translation>
    </message>
    <message>
        <source>{used} of {total} positions taken</source>
        <translation>{used} sur {total} positions prises</translation>
    </message>
    <message>
        <source>{count} matching</source>
        <translation>{count} correspondent</translation>
    </message>
    <message>
        <source>{place}, free</source>
        <translation>{place}, libre</translation>
    </message>
</context>
<context>
    <name>VerifyManifestDialog</name>
    <message>
        <source>Verify manifest</source>
        <translation>Vérifier un bordereau</translation>
    </message>
    <message>
        <source>Choose a manifest (PDF, JSON, CSV or XLSX) or a receipt, or drop it here. It is only read.</source>
        <translation>Choisissez un bordereau (PDF, JSON, CSV ou XLSX) ou un accusé de réception, ou déposez-le ici. Il est seulement lu.</translation>
    </message>
    <message>
        <source>It is held against the bank that is open: {bank}.</source>
        <translation>Il est confronté à la banque ouverte : {bank}.</translation>
    </message>
    <message>
        <source>No bank is open: it is held against itself alone.</source>
        <translation>Aucune banque n’est ouverte : il n’est confronté qu’à lui-même.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Choisir un fichier…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>What it says it is</source>
        <translation>Ce qu’il dit être</translation>
    </message>
    <message>
        <source>Tubes</source>
        <translation>Tubes</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Lecture de {file}…</translation>
    </message>
    <message>
        <source>Reading page {page} of {pages}…</source>
        <translation>Lecture de la page {page} sur {pages}…</translation>
    </message>
    <message>
        <source>This can&apos;t be verified</source>
        <translation>Vérification impossible</translation>
    </message>
    <message>
        <source>Manifests and receipts (*.pdf *.json *.csv *.xlsx)</source>
        <translation>Bordereaux et accusés de réception (*.pdf *.json *.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
</context>
<context>
    <name>WhoDialog</name>
    <message>
        <source>Who works here?</source>
        <translation>Qui travaille ici ?</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>&amp;Votre nom</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>It signs for what is done from now on, and can&apos;t be changed later.</source>
        <translation>Il signe ce qui est fait désormais et ne peut pas être changé plus tard.</translation>
    </message>
    <message>
        <source>Begin to work</source>
        <translation>Commencer à travailler</translation>
    </message>
</context>
<context>
    <name>WindowBars</name>
    <message>
        <source>Toolbar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>On the bench</source>
        <translation>Sur la paillasse</translation>
    </message>
    <message>
        <source>Pick lists</source>
        <translation>Listes de prélèvement</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Bloqués</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquants</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Specimens</source>
        <translation>Échantillons</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
</context>
<context>
    <name>WorkList</name>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln ouverte</numerusform>
            <numerusform>%Ln ouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s)</source>
        <translation>
            <numerusform>%Ln brouillon</numerusform>
            <numerusform>%Ln brouillons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkPages</name>
    <message>
        <source>{tubes} of “{list}”</source>
        <translation>{tubes} de « {list} »</translation>
    </message>
    <message>
        <source>{tubes}, chosen</source>
        <translation>{tubes}, choisis</translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln container(s)</source>
        <translation>
            <numerusform>%Ln contenant</numerusform>
            <numerusform>%Ln contenants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move of %Ln tube(s)</source>
        <translation>
            <numerusform>le déplacement de %Ln tube</numerusform>
            <numerusform>le déplacement de %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>placing of %Ln tube(s)</source>
        <translation>
            <numerusform>le placement de %Ln tube</numerusform>
            <numerusform>le placement de %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taking out of %Ln tube(s)</source>
        <translation>
            <numerusform>la sortie de %Ln tube</numerusform>
            <numerusform>la sortie de %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>putting back of %Ln tube(s)</source>
        <translation>
            <numerusform>la remise de %Ln tube</numerusform>
            <numerusform>la remise de %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>registering of %Ln tube(s)</source>
        <translation>
            <numerusform>l’enregistrement de %Ln tube</numerusform>
            <numerusform>l’enregistrement de %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>codes of %Ln container(s)</source>
        <translation>
            <numerusform>codes de %Ln contenant</numerusform>
            <numerusform>codes de %Ln contenants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>printing of labels of %Ln tube(s)</source>
        <translation>
            <numerusform>impression des étiquettes de %Ln tube</numerusform>
            <numerusform>impression des étiquettes de %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{what}” for %Ln tube(s)</source>
        <translation>
            <numerusform>« {what} » pour %Ln tube</numerusform>
            <numerusform>« {what} » pour %Ln tubes</numerusform>
        </translation>
    </message>
    <message>
        <source>move of a container</source>
        <translation>le déplacement d’un contenant</translation>
    </message>
    <message>
        <source>taking out of a container</source>
        <translation>la sortie d’un contenant</translation>
    </message>
    <message>
        <source>putting back of a container</source>
        <translation>la remise d’un contenant</translation>
    </message>
    <message>
        <source>“{what}”</source>
        <translation>« {what} »</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Destroyed: {tubes}. No undo brings them back, and earlier steps can&apos;t be undone any more.</source>
        <translation>Détruit : {tubes}. Aucune annulation ne les ramène, et les étapes d’avant ne peuvent plus être annulées.</translation>
    </message>
    <message>
        <source>Say why…</source>
        <translation>Dire pourquoi…</translation>
    </message>
    <message>
        <source>Someone else…</source>
        <translation>Quelqu’un d’autre…</translation>
    </message>
    <message>
        <source>{what}: {tubes}.</source>
        <translation>{what} : {tubes}.</translation>
    </message>
</context>
<context>
    <name>_Bank</name>
    <message>
        <source>not there</source>
        <translation>absent</translation>
    </message>
</context>
</TS>
