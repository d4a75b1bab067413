namespace HealthCode.Web.Printing.Seals;

/// <summary>印迹的颜色 — how the ink of a scanned seal is coloured.</summary>
public enum SealColor
{
    /// <summary>做成公章红: one uniform red; pencil, print and shadows are removed.</summary>
    Red,

    /// <summary>保持原来的颜色.</summary>
    AsScanned,
}
