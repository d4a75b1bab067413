using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Web.Data;

/// <summary>A query compiled once for each model; see <see cref="KeyedModelCacheKeyFactory"/>.</summary>
/// <param name="compile">Compiles the query.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _byModel = [];

    public TQuery For(OfficeDb db) => _byModel.GetValue(db.Model, _ => compile());
}
