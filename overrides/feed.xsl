<?xml version="1.0" encoding="UTF-8"?>
<!-- A feed opened in a browser: what it is, how to follow it, what is in it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:atom="http://www.w3.org/2005/Atom"
  exclude-result-prefixes="atom">
  <xsl:output method="html" version="5.0" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:template match="/">
    <html lang="vi">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:value-of select="rss/channel/title | atom:feed/atom:title"/></title>
        <link rel="stylesheet">
          <xsl:attribute name="href">
            <xsl:value-of select="substring-before(substring-after(processing-instruction('xml-stylesheet')[contains(., 'text/css')], 'href=&quot;'), '&quot;')"/>
          </xsl:attribute>
        </link>
      </head>
      <body>
        <main>
          <h1><xsl:value-of select="rss/channel/title | atom:feed/atom:title"/></h1>
          <p><xsl:value-of select="rss/channel/description | atom:feed/atom:subtitle"/></p>
          <p class="how">Đây là nguồn tin để theo dõi. Chép địa chỉ trên thanh trình duyệt vào ứng dụng đọc tin (RSS)
            hoặc ứng dụng podcast, tin mới sẽ tự đến.
            <a>
              <xsl:attribute name="href"><xsl:value-of select="rss/channel/link | atom:feed/atom:link[@rel='alternate']/@href"/></xsl:attribute>
              <xsl:text>Về trang của phường</xsl:text>
            </a>
          </p>
          <ol>
            <xsl:apply-templates select="rss/channel/item | atom:feed/atom:entry"/>
          </ol>
        </main>
      </body>
    </html>
  </xsl:template>
  <xsl:template match="item | atom:entry">
    <li>
      <h2>
        <a>
          <xsl:attribute name="href"><xsl:value-of select="link | atom:link[not(@rel) or @rel='alternate']/@href"/></xsl:attribute>
          <xsl:value-of select="title | atom:title"/>
        </a>
      </h2>
      <p class="when"><xsl:apply-templates select="pubDate | atom:published"/></p>
      <p><xsl:value-of select="description | atom:summary"/></p>
      <xsl:if test="enclosure">
        <audio controls="controls" preload="none">
          <xsl:attribute name="src"><xsl:value-of select="enclosure/@url"/></xsl:attribute>
          <xsl:attribute name="aria-label">Nghe: <xsl:value-of select="title"/></xsl:attribute>
        </audio>
      </xsl:if>
    </li>
  </xsl:template>
  <!-- Fri, 20 Nov 2026 16:30:00 +0700 as 20/11/2026 | 16:30 -->
  <xsl:template match="pubDate">
    <xsl:variable name="month" select="(string-length(substring-before('JanFebMarAprMayJunJulAugSepOctNovDec', substring(., 9, 3))) div 3) + 1"/>
    <xsl:value-of select="concat(substring(., 6, 2), '/', format-number($month, '00'), '/', substring(., 13, 4), ' | ', substring(., 18, 5))"/>
  </xsl:template>
  <!-- 2026-11-20T16:30:00+07:00 likewise -->
  <xsl:template match="atom:published">
    <xsl:value-of select="concat(substring(., 9, 2), '/', substring(., 6, 2), '/', substring(., 1, 4), ' | ', substring(., 12, 5))"/>
  </xsl:template>
</xsl:stylesheet>
