using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HealthCode.Web.Data;

/// <summary>One cached model per engine and set of data keys, because the value converters hold the keys.</summary>
internal sealed class KeyedModelCacheKeyFactory : IModelCacheKeyFactory
{
    public object Create(DbContext context) => Create(context, designTime: true);

    public object Create(DbContext context, bool designTime) => (((OfficeDb)context).Engine.Name, ((OfficeDb)context).Keys, designTime);
}
