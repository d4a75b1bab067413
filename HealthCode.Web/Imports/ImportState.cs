namespace HealthCode.Web.Imports;

/// <summary>State of an import.</summary>
public enum ImportState
{
    /// <summary>排队.</summary>
    Waiting,

    /// <summary>正在读.</summary>
    Reading,

    /// <summary>正在导入.</summary>
    Applying,

    /// <summary>已导入.</summary>
    Done,

    /// <summary>有错误，没有导入.</summary>
    Faulty,

    /// <summary>文件不能用.</summary>
    Refused,

    /// <summary>Failed because of an internal error; the log says why.</summary>
    Failed,
}
