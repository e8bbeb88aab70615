<?xml version="1.0" encoding="UTF-8"?>
<!-- A Schematron schema, or a RELAX NG schema with rules in it, to a stylesheet that finds what the schema asserts: written
     from ISO/IEC 19757-3 alone, to be compared with src/schematron. Of abstract patterns, includes and phases it knows nothing.
     What the stylesheet writes: one line for each finding: id, element (its number in document order), attribute. -->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:out="urn:out"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="sch">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output indent="no"/>

  <xsl:variable name="patterns" select="//sch:pattern | //sch:rule[not(ancestor::sch:pattern)]"/>

  <xsl:template match="/">
    <out:stylesheet version="3.0">
      <xsl:for-each-group select="//sch:ns" group-by="@prefix">
        <xsl:namespace name="{@prefix}" select="string(@uri)"/>
      </xsl:for-each-group>
      <xsl:namespace name="xs">http://www.w3.org/2001/XMLSchema</xsl:namespace>
      <xsl:namespace name="err">http://www.w3.org/2005/xqt-errors</xsl:namespace>
      <out:output method="text"/>
      <xsl:for-each select="/*/sch:let">
        <out:variable name="{@name}" select="{@value}"/>
      </xsl:for-each>
      <xsl:copy-of select="/sch:schema/xsl:*"/>
      <xsl:copy-of select="/sch:schema/*[not(self::sch:*) and not(self::xsl:*)]"/>
      <out:template match="/">
        <xsl:for-each select="$patterns">
          <out:apply-templates select="/" mode="m{position()}"/>
        </xsl:for-each>
      </out:template>
      <out:template name="found">
        <out:param name="id"/>
        <out:param name="error" select="''"/>
        <out:variable name="element" select="ancestor-or-self::*[1]"/>
        <out:value-of select="$id, count($element/ancestor-or-self::*) + count($element/preceding::*), if (self::attribute()) then name() else '-', $error" separator="&#9;"/>
        <out:value-of select="codepoints-to-string(10)"/>
      </out:template>
      <xsl:apply-templates select="$patterns"/>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="sch:pattern | sch:rule[not(ancestor::sch:pattern)]">
    <xsl:variable name="number" select="index-of($patterns/generate-id(), generate-id())"/>
    <xsl:variable name="rules" select="descendant-or-self::sch:rule"/>
    <xsl:variable name="checks" select="$rules/(sch:assert | sch:report)"/>
    <xsl:variable name="name" select="if (self::sch:pattern/@id) then string(@id) else concat('pattern-', $number)"/>
    <xsl:for-each select="$rules">
      <out:template match="{@context}" mode="m{$number}" priority="{1000 - position()}">
        <xsl:for-each select="sch:assert | sch:report">
          <xsl:variable name="id" select="
            if (@id) then string(@id)
            else if (count($checks) = 1) then $name
            else concat($name, '-', index-of($checks/generate-id(), generate-id()))"/>
          <out:try>
            <xsl:for-each select="../../sch:let[parent::sch:pattern] | ../sch:let">
              <out:variable name="{@name}" select="{@value}"/>
            </xsl:for-each>
            <out:if test="{if (self::sch:assert) then concat('not(', @test, ')') else @test}">
              <out:call-template name="found"><out:with-param name="id" select="'{$id}'"/></out:call-template>
            </out:if>
            <out:catch>
              <out:call-template name="found">
                <out:with-param name="id" select="'{$id}'"/>
                <out:with-param name="error" select="'error'"/>
              </out:call-template>
            </out:catch>
          </out:try>
        </xsl:for-each>
        <out:apply-templates select="@* | node()" mode="m{$number}"/>
      </out:template>
    </xsl:for-each>
    <out:template match="/ | *" mode="m{$number}" priority="0"><out:apply-templates select="@* | node()" mode="m{$number}"/></out:template>
    <out:template match="@* | text() | comment() | processing-instruction()" mode="m{$number}" priority="0"/>
  </xsl:template>
</xsl:stylesheet>
