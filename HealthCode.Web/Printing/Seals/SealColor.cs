namespace HealthCode.Web.Printing.Seals;

/// <summary>印迹的颜色 — what becomes of the ink of a scanned seal.</summary>
public enum SealColor
{
    /// <summary>做成公章红: the same red everywhere; pencil, print and shadows drop out.</summary>
    Red,

    /// <summary>保持原来的颜色.</summary>
    AsScanned,
}
