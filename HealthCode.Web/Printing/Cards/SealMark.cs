using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Cards;

/// <summary>印迹 — draws a seal about a centre, mm.</summary>
public delegate void SealMark(XGraphics page, double x, double y);
