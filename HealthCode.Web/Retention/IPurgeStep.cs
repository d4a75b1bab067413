namespace HealthCode.Web.Retention;

/// <summary>销毁的一部分 — what lies outside the rows of the plan and knows best itself how it is destroyed. Whatever is registered is done, after the rows, in the order of registration.</summary>
public interface IPurgeStep
{
    /// <summary>In the record of destruction, at most 20 letters.</summary>
    string Code { get; }

    /// <summary>种类, as the office calls it.</summary>
    string Kind { get; }

    /// <summary>个, 份, 条.</summary>
    string Unit { get; }

    /// <summary>销毁方式.</summary>
    string How { get; }

    /// <summary>Only when the last office of the server has come to its end: it holds everybody's.</summary>
    bool WithTheLastOffice { get; }

    /// <summary>Destroys what there is; done again after a power cut it destroys the rest.</summary>
    /// <param name="officeCode">Whose.</param>
    /// <param name="isLast">No other office keeps papers on this server.</param>
    /// <param name="cancellationToken">The program is being stopped.</param>
    /// <returns>How many were destroyed just now.</returns>
    Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken);
}
