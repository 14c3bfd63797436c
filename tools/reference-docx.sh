#!/bin/sh
# Makes data/reference.docx, the look of our Word files, from pandoc's own reference document:
# A4, Arial 11, headings in dark blue, tables with thin lines, page numbers, British English.
# Run by hand after a change here; the result is kept. A council gives its own in its place.
#
# usage: tools/reference-docx.sh [OUT]     needs pandoc, zip and unzip
set -eu
out=${1:-$(dirname "$0")/../data/reference.docx}
case $out in /*) ;; *) out=$PWD/$out ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
pandoc --print-default-data-file reference.docx > default.zip
mkdir parts
unzip -q default.zip -d parts
cd parts
W='xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

# ---- styles: ours replace pandoc's of the same id ------------------------------------------------
cat > ../styles.txt <<'STYLES'
  <w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text" /><w:basedOn w:val="Normal" /><w:link w:val="BodyTextChar" /><w:qFormat />
    <w:pPr><w:spacing w:before="0" w:after="140" w:line="276" w:lineRule="auto" /></w:pPr></w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Compact"><w:name w:val="Compact" /><w:basedOn w:val="BodyText" /><w:qFormat />
    <w:pPr><w:keepLines /><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto" /></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title" /><w:basedOn w:val="Normal" /><w:next w:val="BodyText" /><w:qFormat />
    <w:pPr><w:keepNext /><w:keepLines /><w:spacing w:before="0" w:after="60" /></w:pPr>
    <w:rPr><w:b /><w:bCs /><w:color w:val="12436D" /><w:sz w:val="40" /><w:szCs w:val="40" /></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle" /><w:basedOn w:val="Normal" /><w:next w:val="BodyText" /><w:qFormat />
    <w:pPr><w:keepNext /><w:keepLines /><w:spacing w:before="0" w:after="20" /></w:pPr>
    <w:rPr><w:sz w:val="26" /><w:szCs w:val="26" /></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Date"><w:name w:val="Date" /><w:basedOn w:val="Normal" /><w:next w:val="BodyText" /><w:qFormat />
    <w:pPr><w:keepNext /><w:keepLines /><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="8" w:color="12436D" /></w:pBdr><w:spacing w:before="0" w:after="240" /></w:pPr>
    <w:rPr><w:color w:val="505A5F" /></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Heading 1" /><w:basedOn w:val="Normal" /><w:next w:val="BodyText" /><w:uiPriority w:val="9" /><w:qFormat />
    <w:pPr><w:keepNext /><w:keepLines /><w:spacing w:before="320" w:after="100" /><w:outlineLvl w:val="0" /></w:pPr>
    <w:rPr><w:b /><w:bCs /><w:color w:val="12436D" /><w:sz w:val="30" /><w:szCs w:val="30" /></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="Heading 2" /><w:basedOn w:val="Normal" /><w:next w:val="BodyText" /><w:uiPriority w:val="9" /><w:qFormat />
    <w:pPr><w:keepNext /><w:keepLines /><w:spacing w:before="240" w:after="80" /><w:outlineLvl w:val="1" /></w:pPr>
    <w:rPr><w:b /><w:bCs /><w:color w:val="12436D" /><w:sz w:val="25" /><w:szCs w:val="25" /></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="Heading 3" /><w:basedOn w:val="Normal" /><w:next w:val="BodyText" /><w:uiPriority w:val="9" /><w:qFormat />
    <w:pPr><w:keepNext /><w:keepLines /><w:spacing w:before="200" w:after="60" /><w:outlineLvl w:val="2" /></w:pPr>
    <w:rPr><w:b /><w:bCs /><w:color w:val="12436D" /></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="Caption" /><w:basedOn w:val="Normal" /><w:link w:val="BodyTextChar" /><w:qFormat />
    <w:pPr><w:spacing w:before="0" w:after="200" /></w:pPr>
    <w:rPr><w:color w:val="505A5F" /><w:sz w:val="19" /><w:szCs w:val="19" /></w:rPr></w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableCaption"><w:name w:val="Table Caption" /><w:basedOn w:val="Normal" /><w:next w:val="BodyText" />
    <w:pPr><w:keepNext /><w:spacing w:before="200" w:after="80" /></w:pPr><w:rPr><w:b /><w:bCs /></w:rPr></w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableNote"><w:name w:val="Table Note" /><w:basedOn w:val="Normal" /><w:qFormat />
    <w:pPr><w:spacing w:before="40" w:after="40" /></w:pPr><w:rPr><w:color w:val="505A5F" /><w:sz w:val="19" /><w:szCs w:val="19" /></w:rPr></w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Picture"><w:name w:val="Picture" /><w:basedOn w:val="Normal" /><w:next w:val="Caption" /><w:qFormat />
    <w:pPr><w:keepNext /><w:spacing w:before="160" w:after="60" /></w:pPr></w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Inset"><w:name w:val="Inset" /><w:basedOn w:val="BodyText" /><w:qFormat />
    <w:pPr><w:pBdr><w:left w:val="single" w:sz="36" w:space="10" w:color="B1B4B6" /></w:pBdr><w:spacing w:before="160" w:after="160" /><w:ind w:left="284" /></w:pPr></w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Warning"><w:name w:val="Warning" /><w:basedOn w:val="BodyText" /><w:qFormat />
    <w:pPr><w:pBdr><w:left w:val="single" w:sz="36" w:space="10" w:color="12436D" /></w:pBdr><w:spacing w:before="160" w:after="160" /><w:ind w:left="284" /></w:pPr><w:rPr><w:b /><w:bCs /></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer" /><w:basedOn w:val="Normal" />
    <w:pPr><w:spacing w:after="0" /><w:jc w:val="right" /></w:pPr><w:rPr><w:color w:val="505A5F" /><w:sz w:val="18" /><w:szCs w:val="18" /></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink" /><w:basedOn w:val="BodyTextChar" /><w:rPr><w:color w:val="12436D" /><w:u w:val="single" /></w:rPr></w:style>
  <w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table" /><w:basedOn w:val="TableNormal" /><w:qFormat />
    <w:rPr><w:sz w:val="20" /><w:szCs w:val="20" /></w:rPr>
    <w:tblPr><w:tblInd w:w="0" w:type="dxa" />
      <w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="12436D" /><w:bottom w:val="single" w:sz="8" w:space="0" w:color="12436D" /><w:insideH w:val="single" w:sz="4" w:space="0" w:color="B1B4B6" /></w:tblBorders>
      <w:tblCellMar><w:top w:w="20" w:type="dxa" /><w:left w:w="85" w:type="dxa" /><w:bottom w:w="20" w:type="dxa" /><w:right w:w="85" w:type="dxa" /></w:tblCellMar></w:tblPr>
    <w:trPr><w:cantSplit /></w:trPr>
    <w:tblStylePr w:type="firstRow"><w:rPr><w:b /><w:bCs /></w:rPr>
      <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="12436D" /></w:tcBorders><w:vAlign w:val="bottom" /></w:tcPr></w:tblStylePr></w:style>
STYLES

# A style of pandoc's is left out when ours has its id; defaults and fonts are changed in place.
awk '
	NR == FNR { if (match($0, /w:styleId="[^"]*"/)) ours[substr($0, RSTART, RLENGTH)] = 1
	            text = text $0 "\n"; next }
	/<w:style / { leave = 0
	              if (match($0, /w:styleId="[^"]*"/)) leave = substr($0, RSTART, RLENGTH) in ours }
	/<\/w:styles>/ { printf "%s", text }
	!leave { print }
	/<\/w:style>/ { leave = 0 }
' ../styles.txt word/styles.xml |
sed -e 's|<w:rFonts w:asciiTheme="minor[^/]*/>|<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial" />|' \
    -e 's|<w:rFonts w:asciiTheme="major[^/]*/>|<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial" />|' \
    -e 's|w:val="4F81BD" w:themeColor="accent1"|w:val="12436D"|' \
    -e 's|<w:lang w:val="en-US" w:eastAsia="en-US"|<w:lang w:val="en-GB" w:eastAsia="en-GB"|' |
awk '/<w:rPrDefault>/ { first = 1 } /<\/w:rPrDefault>/ { first = 0 }
     first { sub(/w:val="24"/, "w:val=\"22\"") } { print }' > ../styles.xml
mv ../styles.xml word/styles.xml
sed 's|<w:themeFontLang w:val="en-US"|<w:themeFontLang w:val="en-GB"|' word/settings.xml > ../s && mv ../s word/settings.xml

# ---- the page: A4, 2.2 cm around, its number at the foot ------------------------------------------
cat > word/footer1.xml <<FOOTER
<?xml version="1.0" encoding="UTF-8"?>
<w:ftr $W><w:p><w:pPr><w:pStyle w:val="Footer" /></w:pPr><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin" /></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate" /></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end" /></w:r></w:p></w:ftr>
FOOTER
sed 's|<w:sectPr />|<w:sectPr><w:footerReference w:type="default" r:id="rId40" /><w:pgSz w:w="11906" w:h="16838" /><w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247" w:header="624" w:footer="624" w:gutter="0" /></w:sectPr>|' \
	word/document.xml > ../d && mv ../d word/document.xml
sed 's|</Relationships>|<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Id="rId40" Target="footer1.xml" /></Relationships>|' \
	word/_rels/document.xml.rels > ../r && mv ../r word/_rels/document.xml.rels
sed 's|</Types>|<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml" /></Types>|' \
	'[Content_Types].xml' > ../c && mv ../c '[Content_Types].xml'

# ---- nobody's name in it, and the same bytes every time --------------------------------------------
sed -e 's|<dc:creator>[^<]*</dc:creator>|<dc:creator></dc:creator>|' \
    -e 's|<dc:title>[^<]*</dc:title>|<dc:title></dc:title>|' docProps/core.xml > ../p && mv ../p docProps/core.xml
find . -type f -exec touch -d '1980-01-01 00:00:00 UTC' {} +
rm -f ../reference.docx
find . -type f | sed 's|^\./||' | LC_ALL=C sort | TZ=UTC zip -q -X -9 ../reference.docx -@
cp ../reference.docx "$out"
