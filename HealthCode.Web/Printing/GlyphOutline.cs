using System.Numerics;

namespace HealthCode.Web.Printing;

/// <summary>The shape of one character, in fractions of the em.</summary>
/// <param name="Advance">How far the next character stands.</param>
/// <param name="Contours">Closed polygons about the ink, non-zero winding; the origin is the pen on the baseline, y goes up. Not to be changed.</param>
public sealed record GlyphOutline(double Advance, IReadOnlyList<Vector2[]> Contours);
