using PdfSharp.Drawing;

namespace HealthCode.Web.Printing.Cards;

/// <summary>印迹 — draws a seal of 42 mm centred at the origin.</summary>
public delegate void SealPainter(XGraphics page);
